package dev.rivulet.catalog.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.problem.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job. Instants are UTC. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Job")
public record JobView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to restart this job with")
        long version,

        @Schema(examples = "activity-codes") String kind,
        JobStatus status,

        @Schema(description = "Whether everything is tried and nothing kept")
        boolean dryRun,

        @Schema(description = "Rows read or written so far", examples = "2899")
        long rowsDone,

        @Schema(description = "Rows there are, once that is known") @Nullable
        Long rowsTotal,

        @Schema(description = "Rows refused; each is listed under /jobs/{id}/errors", examples = "0")
        long rowsRefused,

        @Schema(description = "What became of the rows, by outcome", examples = "{\"added\":2899,\"unchanged\":0}")
        Map<String, Long> summary,

        @Schema(description = "Of a failed job: a stable code", examples = "csv-column-missing") @Nullable
        String reason,

        @Schema(
                examples = "Line 7 clashes with another row.",
                description = "Of a failed job: the reason in the caller's language (en, ru)")
        @Nullable
        String detail,

        @Schema(description = "How often it was taken up: more than once after a crash or a restart", examples = "1")
        int attempts,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static JobView of(Job job, Texts texts) {
        var reason = job.reason();
        return new JobView(
                job.id(),
                job.version(),
                job.kind(),
                job.status(),
                job.dryRun(),
                job.done(),
                job.total(),
                job.refused(),
                job.summary(),
                reason,
                reason == null ? null : texts.of(reason, List.copyOf(job.reasonArguments())),
                job.attempts(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }
}
