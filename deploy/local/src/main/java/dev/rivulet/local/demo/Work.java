package dev.rivulet.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Doing many things at once, and waiting. */
final class Work {

    /** More would only queue up in the services' connection pools. */
    private static final int AT_ONCE = 8;

    private static final Duration POLL = Duration.ofMillis(250);

    private Work() {}

    /** Does the work for each item on a virtual thread; a failure ends it, and is thrown when what was begun has ended. */
    static <T> void forEach(Collection<T> items, Consumer<T> work) {
        var permits = new Semaphore(AT_ONCE);
        var failed = new AtomicBoolean();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                permits.acquireUninterruptibly();
                if (failed.get()) {
                    break;
                }
                all.add(threads.submit(() -> {
                    try {
                        work.accept(item);
                    } catch (RuntimeException e) {
                        failed.set(true);
                        throw e;
                    } finally {
                        permits.release();
                    }
                }));
            }
        }
        all.forEach(Work::rethrow);
    }

    private static void rethrow(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoException told ? told : new DemoException(e.getCause() + "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what reaches a service by Kafka. */
    static void await(String what, Duration patience, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new DemoException("after " + patience.toSeconds() + " s still waiting for " + what);
            }
            pause(POLL);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted", e);
        }
    }
}
