package dev.rivulet.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service in a child JVM. */
final class ServiceProcess {

    private static final Duration START_DEADLINE = Duration.ofSeconds(90);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);
    private static final int TOLD_LOG_LINES = 12;
    // The manifest of a service's jar opens these packages, but only java -jar reads it there.
    private static final List<String> OPENED = List.of("java.lang", "java.nio", "jdk.internal.misc");
    // Smaller objects: measured in turns, 8 % more quotes per second.
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private final Service service;
    private final Process process;
    private final Path log;
    private final URI health;

    private ServiceProcess(Service service, Process process, Path log, URI health) {
        this.service = service;
        this.process = process;
        this.log = log;
        this.health = health;
    }

    /** Starts it as it is measured: compiled like anywhere. */
    static ServiceProcess start(Service service, Map<String, String> properties, URI url, Path log) {
        return start(service, properties, url, log, List.of());
    }

    /**
     * Starts it; {@code properties} are its configuration. Its output goes to the log, behind what is there.
     *
     * @param options of its JVM, besides the usual ones
     */
    static ServiceProcess start(
            Service service, Map<String, String> properties, URI url, Path log, List<String> options) {
        var builder = new ProcessBuilder(command(service, options)).redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        ServiceSettings.apply(properties, builder.environment());
        try {
            return new ServiceProcess(service, builder.start(), log, url.resolve("/q/health/ready"));
        } catch (IOException e) {
            throw new LocalStackException("The " + service.title() + " could not be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Service service, List<String> options) {
        Path root = ProjectRoot.find();
        Path application = root.resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(application)) {
            throw new LocalStackException("The " + service.title() + " is not built: run ./mvnw -DskipTests package");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(JVM_OPTIONS);
        command.addAll(options);
        command.add("-cp");
        command.add(root.resolve("deploy/local/target/classes") + File.pathSeparator + application);
        command.add(Child.class.getName());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return command;
    }

    /** Waits until it can serve requests. */
    void awaitReady(HttpClient http) {
        Instant deadline = Instant.now().plus(START_DEADLINE);
        try {
            while (!isReady(http)) {
                if (!process.isAlive()) {
                    throw new LocalStackException(hasOtherMigrations() ? staleData() : ending());
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new LocalStackException("The " + service.title() + " was not ready after "
                            + START_DEADLINE.toSeconds() + " s; its log says:\n" + lastLogLines());
                }
                Thread.sleep(PROBE_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The start of the " + service.title() + " was interrupted.");
        }
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasOtherMigrations() {
        return readLog().contains("Migrations have failed validation");
    }

    private String staleData() {
        Path data = log.resolve("../..").normalize();
        return "The database of the " + service.title() + " in " + data + " was made by another version of Rivulet:"
                + " delete that folder to start afresh, or go back to the version that made it.";
    }

    /** One sentence on how it ended, with the end of its log. */
    String ending() {
        return "The " + service.title() + " (process " + process.pid() + ") has ended with "
                + explain(process.exitValue()) + "; its log (" + log + ") says:\n" + lastLogLines();
    }

    private static String explain(int exitCode) {
        return switch (exitCode) {
            case 137 -> "exit code 137 (killed)";
            case 143 -> "exit code 143 (asked to stop)";
            default -> "exit code " + exitCode;
        };
    }

    private String lastLogLines() {
        List<String> lines = readLog().lines().toList();
        return "  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - TOLD_LOG_LINES), lines.size()));
    }

    private String readLog() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(no log)";
        }
    }

    long pid() {
        return process.pid();
    }

    Service service() {
        return service;
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Asks it to stop, without waiting. */
    void requestStop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** Waits for its end and enforces it at the deadline. */
    void awaitStop(Instant deadline) throws InterruptedException {
        if (!process.waitFor(Duration.between(Instant.now(), deadline))) {
            process.destroyForcibly().waitFor();
        }
    }
}
