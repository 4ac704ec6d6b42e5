package dev.rivulet.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A data folder held by one process: the operating system frees the lock even when that process is killed. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "infra.lock";

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    static DataFolder hold(Path folder) throws IOException {
        Files.createDirectories(folder);
        DataFolder held = tryHold(folder);
        if (held == null) {
            throw new LocalStackException(
                    "The data folder " + folder + " is in use by a running stack: stop that first.");
        }
        return held;
    }

    static @Nullable DataFolder tryHold(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DataFolder(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as taken as by another one.
        }
        channel.close();
        return null;
    }

    static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(DataFolder::deleteOne);
        } catch (NoSuchFileException e) {
            // Gone already, which is what was wanted.
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
