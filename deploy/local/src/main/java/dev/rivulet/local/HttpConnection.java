package dev.rivulet.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A kept connection with one request under way at a time. Reads no more of an answer than where it ends. */
final class HttpConnection implements AutoCloseable {

    private static final byte[] OK = "HTTP/1.1 20".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    /** What ends an answer in chunks; JSON, HTML and SVG as the services write them do not have it inside. */
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** An end that is known by its look and not by its place. */
    private static final int CHUNKED = Integer.MAX_VALUE;

    private final SocketChannel channel;
    private byte[] answer = new byte[65_536];
    private int read;
    private int end = -1;
    private long sentAt;

    HttpConnection(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(byte[] request) throws IOException {
        read = 0;
        end = -1;
        sentAt = System.nanoTime();
        for (var bytes = ByteBuffer.wrap(request); bytes.hasRemaining(); ) {
            channel.write(bytes);
        }
    }

    /** Takes what has come; the nanoseconds since the request when that was the rest of a good answer, else -1. */
    long receive() throws IOException {
        if (read == answer.length) {
            answer = Arrays.copyOf(answer, 2 * read);
        }
        var count = channel.read(ByteBuffer.wrap(answer, read, answer.length - read));
        if (count < 0) {
            throw new IOException("the service closed the connection");
        }
        read += count;
        if (end < 0) {
            end = findEnd();
        }
        if (end < 0 || (end == CHUNKED ? !endsWith(LAST_CHUNK) : read < end)) {
            return -1;
        }
        if (!Arrays.equals(answer, 0, OK.length, OK, 0, OK.length)) {
            throw new IOException(new String(answer, 0, read, StandardCharsets.UTF_8));
        }
        return System.nanoTime() - sentAt;
    }

    private boolean endsWith(byte[] tail) {
        return read >= tail.length && Arrays.equals(answer, read - tail.length, read, tail, 0, tail.length);
    }

    private int findEnd() {
        var length = -1;
        for (var line = 0; line < read; ) {
            var next = line;
            while (next < read && answer[next] != '\n') {
                next++;
            }
            if (next == line + 1 && next < read) {
                return length < 0 ? CHUNKED : next + 1 + length;
            }
            if (next < read && isLength(line)) {
                length = Integer.parseInt(new String(answer, line, next - line, StandardCharsets.US_ASCII)
                        .substring(LENGTH.length)
                        .strip());
            }
            line = next + 1;
        }
        return -1;
    }

    private boolean isLength(int line) {
        for (var i = 0; i < LENGTH.length; i++) {
            if ((answer[line + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
