package dev.rivulet.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Requests one after the other on each of several kept connections, over plain sockets: on a small machine the load
 * generator must not be what is measured. Every answer must be a 200.
 */
final class HttpLoad {

    /** What was measured; times in milliseconds. */
    record Result(double perSecond, double p50, double p99) {}

    private final int port;
    private final int connections;

    HttpLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    Result run(Duration duration, Supplier<byte[]> request) throws InterruptedException {
        var begun = System.nanoTime();
        var end = begun + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<long[]>>();
            Callable<long[]> one = () -> requests(end, request);
            for (var i = 0; i < connections; i++) {
                running.add(threads.submit(one));
            }
            var all = new ArrayList<long[]>();
            for (var each : running) {
                all.add(each.get());
            }
            var took = System.nanoTime() - begun;
            var nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(nanos.length * 1e9 / took, at(nanos, 0.5), at(nanos, 0.99));
        } catch (ExecutionException e) {
            throw new LocalStackException("The load broke off: " + e.getCause(), e);
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }

    private long[] requests(long end, Supplier<byte[]> request) throws IOException {
        var nanos = new long[1_024];
        var count = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 65_536);
            var out = socket.getOutputStream();
            while (System.nanoTime() < end) {
                var bytes = request.get();
                var sent = System.nanoTime();
                out.write(bytes);
                out.flush();
                read(in);
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - sent;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static void read(InputStream in) throws IOException {
        var status = line(in);
        var length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("no Content-Length after " + status);
        }
        var body = in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
