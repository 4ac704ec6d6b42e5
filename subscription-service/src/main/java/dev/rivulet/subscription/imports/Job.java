package dev.rivulet.subscription.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import, or a comparison of one, as it stands.
 *
 * @param importId of an import its own id
 * @param families how many there are, once it has been read
 * @param cursor the last line read, or the last family done: everything up to it is behind us for good
 * @param refused lines refused
 * @param failedAt what it was at when it failed
 */
record Job(
        UUID id,
        String tenant,
        long version,
        UUID importId,
        JobStatus status,
        boolean dryRun,
        long lines,
        long families,
        long cursor,
        long refused,
        @Nullable JobStatus failedAt,
        @Nullable String reason,
        List<Object> reasonArguments,
        int attempts,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    boolean isImport() {
        return id.equals(importId);
    }
}
