package dev.rivulet.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived its launcher: it is a daemon, so killing the launcher does not end it. */
final class PostgresOrphan {

    private PostgresOrphan() {}

    /** Stops the server that runs on exactly this data folder, if there is one. */
    static void reap(Path data) throws IOException {
        Optional<ProcessHandle> orphan = find(data);
        if (orphan.isEmpty()) {
            return;
        }
        ProcessHandle server = orphan.get();
        try {
            // SIGINT asks PostgreSQL for a fast and clean shutdown; SIGTERM would wait for its clients.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Optional<ProcessHandle> find(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> servesFolder(process, data));
    }

    /** The number in the file may by now belong to another program. */
    private static boolean servesFolder(ProcessHandle process, Path data) {
        return process.info().arguments().map(Arrays::asList).orElse(List.of()).contains(data.toString());
    }
}
