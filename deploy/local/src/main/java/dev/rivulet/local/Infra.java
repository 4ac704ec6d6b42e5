package dev.rivulet.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL and Kafka for as long as its standard input is open. The operating system closes that when the
 * parent ends, in whatever way, so nothing outlives the parent.
 *
 * <p>Says {@code READY postgres=<port> kafka=<port>} or {@code FAILED <sentence>} on standard output, nothing else.
 */
final class Infra {

    private static final long PARENT_DEADLINE_SECONDS = 10;
    private static final long STOP_DEADLINE_SECONDS = 10;

    private final InfraSettings settings;
    private volatile @Nullable DataFolder folder;
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable CompletableFuture<KafkaBroker> kafka;
    private final CountDownLatch stopRequested = new CountDownLatch(1);

    private Infra(InfraSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        PrintStream answer = System.out;
        System.setOut(System.err);
        Logger.getLogger("").setLevel(Level.WARNING);
        var infra = new Infra(InfraSettings.fromArguments(arguments));
        infra.stopWithParent();
        try {
            answer.println(infra.start().readyLine());
        } catch (LocalStackException e) {
            answer.println("FAILED " + e.getMessage());
            infra.requestStop(1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void stopWithParent() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Thread.ofPlatform().name("parent").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is expected but the end.
                }
            } catch (IOException e) {
                // A broken pipe is as good a sign as its end.
            }
            requestStop(0);
        });
    }

    private Endpoints start() throws IOException {
        folder = DataFolder.hold(settings.data());
        var kafkaStart = CompletableFuture.supplyAsync(this::startKafka);
        kafka = kafkaStart;
        PostgresServer server = PostgresServer.start(settings);
        postgres = server;
        var endpoints = new Endpoints(server.port(), settings.kafkaPort());
        for (String service : Databases.SERVICES) {
            Databases.create(endpoints.superuserJdbcUrl(), service);
        }
        try {
            return new Endpoints(server.port(), kafkaStart.join().port());
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalStackException told ? told : e;
        }
    }

    private KafkaBroker startKafka() {
        try {
            return KafkaBroker.start(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requestStop(int exitCode) {
        stopRequested.countDown();
        System.exit(exitCode);
    }

    private void stop() {
        try (DataFolder held = folder) {
            if (held == null) {
                return;
            }
            boolean asked = awaitParent();
            stopKafka();
            if (postgres != null) {
                postgres.close();
            }
            // Also finds a server that was just being started.
            PostgresOrphan.reap(settings.data().resolve(PostgresServer.FOLDER));
            // After an unasked-for end the folder holds the explanation.
            if (settings.temporary() && asked) {
                DataFolder.delete(settings.data());
            }
        } catch (IOException e) {
            System.err.println("The stop failed: " + e);
        }
    }

    /**
     * Ctrl-C reaches the whole process group, this process and the services alike: the parent's leave to stop comes when
     * the services no longer need a database.
     */
    private boolean awaitParent() {
        try {
            return stopRequested.await(PARENT_DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void stopKafka() {
        if (kafka == null) {
            return;
        }
        try {
            // A broker cannot be stopped half-way through its start.
            kafka.get(STOP_DEADLINE_SECONDS, TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            // It never came up, which the start has reported.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
