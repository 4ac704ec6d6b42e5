package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {

    @TempDir
    Path data;

    private record Run(int exitCode, String errors) {}

    @Test
    void shouldNameTheBusyPortAndStartNothing() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            Run run = run(Map.of("RIVULET_POSTGRES_PORT", port), "--data", data.toString());

            assertEquals(1, run.exitCode());
            assertEquals(
                    "Port " + port + " is busy, and PostgreSQL needs it:"
                            + " stop the program that listens there or set RIVULET_POSTGRES_PORT to a free port.\n",
                    run.errors());
            assertFalse(Files.exists(data.resolve("postgres")));
        }
    }

    @Test
    void shouldExplainItselfWhenItIsMisunderstood() throws Exception {
        Run run = run(Map.of(), "--bogus");

        assertEquals(2, run.exitCode());
        assertTrue(run.errors().startsWith("Unknown option --bogus.\nUsage: ./deploy/up "), run.errors());
    }

    @Test
    void shouldNotTouchTheDataOfARunningStack() throws Exception {
        long alive = ProcessHandle.current().pid();
        new StackState(alive, Map.of(), Map.of()).write(data);

        Run run = run(Map.of(), "--data", data.toString());

        assertEquals(1, run.exitCode());
        assertEquals(
                "The data folder " + data + " is in use by a running stack (process " + alive + "): stop that first.\n",
                run.errors());
    }

    private static Run run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), errors);
    }
}
