package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.subscription.imports.Line.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import. Instants are the system's, in UTC, also where a tenant has a test clock. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubscriptionImport")
record ImportView(
        @Schema(examples = "0197a3f5-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID id,

        @Schema(examples = "7", description = "The number inside the ETag")
        long version,

        @Schema(examples = "SHADOW") JobStatus status,

        @Schema(examples = "false", description = "Whether everything is tried and nothing can become real")
        boolean dryRun,

        @Schema(examples = "1204", description = "Lines that are not blank")
        long lines,

        @Schema(
                examples = "{\"CHECKED\":1200,\"REFUSED\":4}",
                description = "How many lines are how far: WAITING, READ, CHECKED, UNCHANGED (known already and the"
                        + " same), REFUSED, TAKEN")
        Map<Status, Long> counts,

        @Schema(examples = "601", description = "How many families of accounts there are, once they are read")
        long families,

        @Schema(examples = "601", description = "How many of them have been checked, or made real")
        long familiesDone,

        @Nullable @Schema(examples = "import-interrupted", description = "Of a failed one: a stable code")
        String reason,

        @Nullable @Schema(description = "Of a failed one: the reason in the caller's language (en, ru)")
        String detail,

        @Schema(examples = "2026-01-15T09:31:00Z") Instant createdAt,

        @Nullable
        @Schema(examples = "2026-01-15T09:31:09Z", description = "When it came to where it stands, or to its end")
        Instant finishedAt) {

    static ImportView of(Job job, Map<Status, Long> counts, Texts texts) {
        var reason = job.reason();
        return new ImportView(
                job.id(),
                job.version(),
                job.status(),
                job.dryRun(),
                job.lines(),
                counts,
                job.families(),
                job.status() == JobStatus.READING ? 0 : job.cursor(),
                reason,
                reason == null ? null : texts.of(reason, List.copyOf(job.reasonArguments())),
                job.createdAt(),
                job.finishedAt());
    }
}
