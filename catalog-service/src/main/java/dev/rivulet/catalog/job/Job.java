package dev.rivulet.catalog.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as it stands; {@code kept} rows are behind it for good, {@code done} is what it shows while it runs. */
record Job(
        UUID id,
        String tenant,
        long version,
        String kind,
        JobStatus status,
        boolean dryRun,
        Map<String, String> parameters,
        long done,
        long kept,
        @Nullable Long total,
        long refused,
        Map<String, Long> summary,
        @Nullable String reason,
        List<Object> reasonArguments,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
