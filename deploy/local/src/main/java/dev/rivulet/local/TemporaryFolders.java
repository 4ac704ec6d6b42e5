package dev.rivulet.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Temporary data folders, named after the process that asked for them so that leftovers are recognizable. */
final class TemporaryFolders {

    private static final String PREFIX = "infra-";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TemporaryFolders() {}

    /** An empty one; what killed processes left beside it goes first. */
    static Path create(Path parent) throws IOException {
        removeStale(parent);
        Path folder = parent.resolve(PREFIX + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet());
        DataFolder.delete(folder);
        return Files.createDirectories(folder).toAbsolutePath();
    }

    /** Deletes what killed processes left, their orphaned PostgreSQL included. */
    private static void removeStale(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
            for (Path folder : folders) {
                if (!starterLives(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var held = DataFolder.tryHold(folder)) {
            if (held != null) {
                PostgresOrphan.reap(folder.toAbsolutePath().resolve(PostgresServer.FOLDER));
                DataFolder.delete(folder);
            }
        }
    }

    private static boolean starterLives(Path folder) {
        String pid = folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        return !pid.matches("\\d{1,18}")
                || ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }
}
