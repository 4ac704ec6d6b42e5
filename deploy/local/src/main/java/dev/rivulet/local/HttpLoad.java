package dev.rivulet.local;

import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Requests one after the other on each of several kept connections. On a small machine the load generator must not be
 * what is measured: like pgbench it has two threads for all connections, and its requests are made beforehand. Every
 * answer must be a good one.
 */
final class HttpLoad {

    private static final int THREADS = 2;
    private static final int LEAST_WARM_UP = 4;
    private static final int MOST_WARM_UP = 12;

    /** What was measured; times in milliseconds. */
    record Result(double perSecond, double p50, double p99) {}

    private final int port;
    private final int connections;

    HttpLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * A request as it goes over the wire.
     *
     * @param line method and path
     */
    static byte[] request(String line, String token, String body) {
        return (line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Until it gets no faster: the local stack compiles late, in favour of its start. */
    void warmUp(Duration round, List<byte[]> requests) throws InterruptedException {
        var before = 0.0;
        for (var i = 0; i < MOST_WARM_UP; i++) {
            var now = run(round, requests).perSecond();
            if (i >= LEAST_WARM_UP && now < 1.05 * before) {
                return;
            }
            before = now;
        }
    }

    /** Requests taken from these at random. */
    Result run(Duration duration, List<byte[]> requests) throws InterruptedException {
        var begun = System.nanoTime();
        var end = begun + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<long[]>>();
            Callable<long[]> one = () -> requests(end, requests);
            for (var i = 0; i < Math.min(THREADS, connections); i++) {
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

    private long[] requests(long end, List<byte[]> requests) throws IOException {
        var random = ThreadLocalRandom.current();
        var nanos = new long[65_536];
        var count = 0;
        try (var selector = Selector.open()) {
            for (var i = 0; i < Math.max(1, connections / THREADS); i++) {
                new HttpConnection(port, selector).send(requests.get(random.nextInt(requests.size())));
            }
            while (!selector.keys().isEmpty()) {
                selector.select();
                for (var key : selector.selectedKeys()) {
                    var connection = (HttpConnection) key.attachment();
                    var took = connection.receive();
                    if (took < 0) {
                        continue;
                    }
                    if (count == nanos.length) {
                        nanos = Arrays.copyOf(nanos, count * 2);
                    }
                    nanos[count++] = took;
                    if (System.nanoTime() < end) {
                        connection.send(requests.get(random.nextInt(requests.size())));
                    } else {
                        connection.close();
                    }
                }
                selector.selectedKeys().clear();
                selector.selectNow();
            }
        }
        return Arrays.copyOf(nanos, count);
    }
}
