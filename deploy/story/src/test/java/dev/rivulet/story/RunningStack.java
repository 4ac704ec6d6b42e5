package dev.rivulet.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.local.Issuer;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The stack as a user starts it, on free ports and with its own data. */
final class RunningStack {

    private static final Duration DEADLINE = Duration.ofMinutes(3);

    /** Started by the first test that asks for it, and not by one that has its own. */
    private static final class Shared {
        static final RunningStack STACK = new RunningStack(Map.of());
    }

    final Path root = root();
    final Path data;
    final Map<String, Integer> ports = new LinkedHashMap<>();
    final SpanSink spans;
    private final Process up;

    /** One for all tests of this JVM. */
    static RunningStack shared() {
        return Shared.STACK;
    }

    /** One of its own for a test that does it harm, which starts services again that have ended. */
    static RunningStack thatKeepsGoing(Map<String, String> environment) {
        return new RunningStack(environment, "--keep-going");
    }

    private RunningStack(Map<String, String> environment, String... options) {
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stack-")
                    .toAbsolutePath();
            for (var part : Set.of("POSTGRES", "KAFKA", "CATALOG", "SUBSCRIPTION", "SUCCESS")) {
                ports.put(part, freePort());
            }
            spans = new SpanSink();
            up = start(environment, options);
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RestAssured.config = RestAssured.config()
                .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 30_000));
    }

    private Process start(Map<String, String> environment, String... options) throws IOException {
        var target = root.resolve("deploy/local/target");
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
                "dev.rivulet.local.Up",
                "--data",
                data.toString());
        command.command().addAll(List.of(options));
        ports.forEach((part, port) -> command.environment().put("RIVULET_" + part + "_PORT", port.toString()));
        command.environment().putAll(spans.environment());
        command.environment().putAll(environment);
        var process = command.directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        // Not a method of this class: it must work even when the start below fails, and the class with it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    private Path output() {
        return data.resolve("up.out");
    }

    private void awaitReady() throws IOException {
        Awaitility.await()
                .atMost(DEADLINE)
                .failFast(
                        "the stack lives",
                        () -> assertThat(up.isAlive())
                                .as(Files.readString(output()))
                                .isTrue())
                .until(() -> Files.readString(output()).contains("Ctrl-C"));
    }

    /** What a service should never have to say, whatever its clients do. */
    void assertNothingBroke() throws IOException {
        for (var service : List.of("catalog", "subscription", "success")) {
            assertThat(Files.readString(data.resolve("logs/" + service + "-service.log")))
                    .as(service)
                    .contains("Listening on")
                    .doesNotContain("Exception in thread", "IllegalAccessError", "NoClassDefFoundError", " ERROR ");
        }
    }

    /** The invariants of the drills, over all tenants and services, once every event has been taken. */
    void assertInvariantsHold() throws IOException, InterruptedException {
        var told = data.resolve("check.out");
        var check = new ProcessBuilder(root.resolve("deploy/drills/check").toString(), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertThat(check.waitFor(DEADLINE)).as("the check ends").isTrue();
        assertThat(check.exitValue()).as(Files.readString(told)).isZero();
    }

    /** The process of a service, which is another after it was started again. */
    ProcessHandle process(String service) {
        try {
            var pid = Pattern.compile("\"" + service + "-service.pid\" : (\\d+)")
                    .matcher(Files.readString(data.resolve("up.json")));
            assertThat(pid.find()).as(service).isTrue();
            return ProcessHandle.of(Long.parseLong(pid.group(1))).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() throws InterruptedException {
        up.destroy();
        up.waitFor();
    }

    /** A token of the stack's own issuer. */
    String bearer(String tenant, String... roles) {
        return "Bearer "
                + Issuer.in(data).token(tenant, "story@" + tenant, Set.of(roles), Duration.ofHours(1), Map.of());
    }

    String catalog(String path) {
        return url("CATALOG", path);
    }

    String subscription(String path) {
        return url("SUBSCRIPTION", path);
    }

    String success(String path) {
        return url("SUCCESS", path);
    }

    private String url(String part, String path) {
        return "http://localhost:" + ports.get(part) + path;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
