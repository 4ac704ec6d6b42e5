package dev.rivulet.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL and Kafka in a child JVM, so that their jars and their memory stay out of this one. */
public final class InfraProcess implements AutoCloseable {

    private static final Duration START_DEADLINE = Duration.ofSeconds(90);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);
    private static final int TOLD_LOG_LINES = 8;

    private final InfraSettings settings;
    private final Process process;
    private final Endpoints endpoints;

    private InfraProcess(InfraSettings settings) throws IOException {
        this.settings = settings;
        Files.createDirectories(settings.data());
        process = new ProcessBuilder(command(settings))
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try {
            endpoints = awaitReady();
        } catch (LocalStackException e) {
            close();
            throw e;
        }
    }

    /** Starts the infrastructure and waits until it can be used. */
    public static InfraProcess start(InfraSettings settings) {
        try {
            return new InfraProcess(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the infrastructure for tests, on free ports and on a data folder of its own below {@code parent}. */
    public static InfraProcess startTemporary(Path parent) {
        try {
            return start(InfraSettings.temporary(TemporaryFolders.create(parent)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** The child JVM, for whoever watches over it. */
    public Process process() {
        return process;
    }

    /** The last lines the child wrote to its log. */
    public String lastLogLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log() + ")";
        }
    }

    private Path log() {
        return settings.data().resolve("infra.log");
    }

    private static List<String> command(InfraSettings settings) {
        Path target = ProjectRoot.find().resolve("deploy/local/target");
        if (!Files.isDirectory(target.resolve("classes")) || !Files.isDirectory(target.resolve("lib"))) {
            throw new LocalStackException("The local stack is not built: run ./mvnw -pl deploy/local process-classes");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx320m", "-XX:+UseSerialGC"));
        if (!settings.isMeasured()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dot.epg.working-dir=" + target.resolve("postgres"));
        command.add("-cp");
        command.add(target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*");
        command.add(Infra.class.getName());
        command.addAll(settings.toArguments());
        return command;
    }

    private Endpoints awaitReady() {
        var answer = new CompletableFuture<String>();
        Thread.ofPlatform()
                .daemon()
                .name("infra-answer")
                .start(() -> answer.complete(readAnswer(process.inputReader())));
        String line;
        try {
            line = answer.get(START_DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new LocalStackException("PostgreSQL and Kafka were not ready after " + START_DEADLINE.toSeconds()
                    + " s; " + log() + " may say why.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The start of PostgreSQL and Kafka was interrupted.");
        }
        if (line.startsWith("FAILED ")) {
            throw new LocalStackException(line.substring("FAILED ".length()));
        }
        return Endpoints.fromReadyLine(line)
                .orElseThrow(() -> new LocalStackException(
                        "PostgreSQL and Kafka ended before they were ready; the log says:\n" + lastLogLines()));
    }

    private static String readAnswer(BufferedReader output) {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    /** Stops PostgreSQL and Kafka and waits until they are gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_DEADLINE)) {
                process.destroyForcibly().waitFor();
            }
            cleanUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A child that was killed could not do this itself. The folder may also be in use by another stack, though. */
    private void cleanUp() throws IOException {
        if (!Files.isDirectory(settings.data())) {
            return;
        }
        try (var held = DataFolder.tryHold(settings.data())) {
            if (held == null) {
                return;
            }
            PostgresOrphan.reap(settings.data().resolve(PostgresServer.FOLDER));
            if (settings.temporary()) {
                DataFolder.delete(settings.data());
            }
        }
    }
}
