package dev.rivulet.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
final class Port {

    private Port() {}

    /** The wanted port if nothing listens there, or some free one for 0. */
    static int claim(int wanted, String part) {
        return claim(wanted, part, "choose another port");
    }

    /** As {@link #claim(int, String)}; the remedy ends the sentence about a busy port. */
    static int claim(int wanted, String part, String remedy) {
        // The address is spelled out because the loopback "localhost" may be IPv6, where the port can be free.
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStackException(
                    "Port " + wanted + " is busy, and " + part + " needs it: stop the program that listens there or "
                            + remedy + ".",
                    e);
        }
    }
}
