package dev.rivulet.local;

import dev.rivulet.local.demo.Demo;
import dev.rivulet.local.demo.DemoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** {@code ./deploy/up}: the whole stack on this machine, until it is told to stop or a part of it fails. */
final class Up {

    /** With --keep-going only; a service that never comes up is not helped by starting it for ever. */
    private static final int START_ATTEMPTS = 3;

    private final UpOptions options;
    private final Ports ports;
    private final Path data;
    private final BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
    private volatile @Nullable InfraProcess infra;
    private volatile @Nullable Services services;
    private volatile boolean stopping;

    private Up(UpOptions options, Ports ports) {
        this.options = options;
        this.ports = ports;
        this.data = options.data();
    }

    public static void main(String[] arguments) {
        try {
            UpOptions options = UpOptions.parse(arguments);
            if (options.help()) {
                System.out.print(UpOptions.USAGE);
            } else {
                throw new Up(options, Ports.from(System.getenv())).run();
            }
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.print(UpOptions.USAGE);
            System.exit(2);
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    /** Runs until something fails, and returns that. */
    private RuntimeException run() throws InterruptedException {
        try {
            Files.createDirectories(data.resolve("logs"));
            settleLastRun();
            ports.requireFree(options.services());
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            start();
        } catch (IOException e) {
            throw new LocalStackException("The data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
        return failures.take();
    }

    /** What a killed stack has left must not look like a busy port. */
    private void settleLastRun() throws IOException, InterruptedException {
        var last = StackState.read(data);
        if (last.isPresent()) {
            if (last.get().isRunning()) {
                throw new LocalStackException("The data folder " + data + " is in use by a running stack (process "
                        + last.get().pid() + "): stop that first.");
            }
            last.get().awaitLeftovers();
        }
        try (var held = DataFolder.tryHold(data)) {
            if (held != null) {
                PostgresOrphan.reap(data.resolve(PostgresServer.FOLDER));
            }
        }
    }

    private void start() throws IOException {
        long begun = System.nanoTime();
        var infrastructure = InfraProcess.start(InfraSettings.persistent(data, ports.postgres(), ports.kafka()));
        infra = infrastructure;
        say("PostgreSQL and Kafka ready in " + since(begun) + " (ports " + ports.postgres() + ", " + ports.kafka()
                + ")");
        inOwnThread(() -> watch(infrastructure));
        var issuer = Issuer.in(data);
        var children = new Services(data, ports, infrastructure, issuer);
        services = children;
        children.clearLogs();
        var starting = new CountDownLatch(options.services().size());
        for (Service service : options.services()) {
            inOwnThread(() -> keep(service, children, starting));
        }
        inOwnThread(() -> {
            starting.await();
            say(Welcome.text(options, ports, since(begun)));
            if (options.demo()) {
                loadDemo(issuer);
            }
        });
    }

    /** Starts a service and watches over it. */
    private void keep(Service service, Services children, CountDownLatch starting) throws InterruptedException {
        while (true) {
            ServiceProcess process = launch(service, children);
            starting.countDown();
            process.awaitEnd();
            if (isStopping()) {
                return;
            }
            if (!options.keepGoing()) {
                throw new LocalStackException(process.ending());
            }
            say("The " + service.title() + " (process " + process.pid() + ") has ended; it is being started again.");
        }
    }

    private ServiceProcess launch(Service service, Services children) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long begun = System.nanoTime();
            try {
                ServiceProcess process = children.launch(service);
                say(service.title() + " ready in " + since(begun) + " → " + ports.url(service));
                return process;
            } catch (LocalStackException e) {
                if (!options.keepGoing() || attempt == START_ATTEMPTS || isStopping()) {
                    throw e;
                }
                say("The " + service.title() + " has not come up; it is being started again.");
            }
        }
    }

    private void watch(InfraProcess infrastructure) throws InterruptedException {
        infrastructure.process().waitFor();
        if (!isStopping()) {
            throw new LocalStackException(
                    "PostgreSQL and Kafka have ended unexpectedly; their log says:\n" + infrastructure.lastLogLines());
        }
    }

    /** Ctrl-C reaches the whole process group: the children may be gone before this program has heard of it. */
    private boolean isStopping() throws InterruptedException {
        Thread.sleep(300);
        return stopping;
    }

    private void loadDemo(Issuer issuer) {
        var urls = new TreeMap<String, String>();
        for (Service service : Service.values()) {
            urls.put(service.key(), ports.url(service).toString());
        }
        try {
            new Demo(
                            urls,
                            role -> issuer.token(
                                    Demo.TENANT, "demo-" + role, Set.of(role), TokenCommand.LIFETIME, Map.of()),
                            this::say,
                            data)
                    .load();
        } catch (DemoException e) {
            say("The demo load has stopped: " + e.getMessage()
                    + "\nThe stack keeps running; start it again with --demo to go on with the load.");
        }
    }

    private void stop() {
        stopping = true;
        long begun = System.nanoTime();
        System.out.println("Stopping …");
        var children = services;
        if (children != null) {
            children.stop();
        }
        var infrastructure = infra;
        if (infrastructure != null) {
            infrastructure.close();
        }
        System.out.println("Stopped in " + since(begun) + ".");
    }

    private void say(String text) {
        if (!stopping) {
            System.out.println(text);
        }
    }

    private interface Part {
        void run() throws InterruptedException;
    }

    /** A part that fails ends the whole, unless it fails because that is ending. */
    private void inOwnThread(Part part) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                runUntilStop(part);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void runUntilStop(Part part) throws InterruptedException {
        try {
            part.run();
        } catch (RuntimeException e) {
            if (!isStopping()) {
                failures.add(e);
            }
        }
    }

    private static String since(long begun) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
    }
}
