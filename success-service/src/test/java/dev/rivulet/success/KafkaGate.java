package dev.rivulet.success;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port before the broker. While it is shut it hangs up on everybody, who therefore never learn where the broker is;
 * opened, it lets them through to it.
 */
final class KafkaGate implements AutoCloseable {

    private final ServerSocket door;
    private final int broker;
    private volatile boolean open;

    private KafkaGate(int broker) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.broker = broker;
        Thread.ofVirtual().name("kafka-gate").start(this::serve);
    }

    /** A shut gate before {@code localhost:<port>}. */
    static KafkaGate before(String bootstrapServers) {
        try {
            return new KafkaGate(Integer.parseInt(bootstrapServers.substring(bootstrapServers.indexOf(':') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "localhost:" + door.getLocalPort();
    }

    void open() {
        open = true;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (open) {
                    var answerer = new Socket(InetAddress.getLoopbackAddress(), broker);
                    pass(caller, answerer);
                    pass(answerer, caller);
                } else {
                    caller.close();
                }
            } catch (IOException e) {
                // Closed, or a caller who has gone already.
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // The other direction has ended.
            }
        });
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
