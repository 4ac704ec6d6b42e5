package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.subscription.imports.FindingTable.Sum;
import dev.rivulet.subscription.imports.domain.Cause;
import dev.rivulet.subscription.imports.domain.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comparison of an import with what another system expects. Instants are the system's, in UTC. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubscriptionComparison")
record ComparisonView(
        @Schema(examples = "0197a3f6-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID id,

        @Schema(examples = "0197a3f5-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID importId,

        @Schema(examples = "COMPARED") JobStatus status,

        @Schema(examples = "601", description = "Lines that are not blank")
        long lines,

        @Schema(examples = "0", description = "Lines that speak of nothing that is there, or cannot be read")
        long refused,

        List<Total> totals,

        @Nullable @Schema(examples = "internal", description = "Of a failed one: a stable code")
        String reason,

        @Nullable @Schema(description = "Of a failed one: the reason in the caller's language (en, ru)")
        String detail,

        @Schema(examples = "2026-01-15T09:31:00Z") Instant createdAt,
        @Nullable @Schema(examples = "2026-01-15T09:31:09Z") Instant finishedAt) {

    /** What was found of a verdict and cause in a currency. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComparisonTotal")
    record Total(
            Verdict verdict,

            @Nullable @Schema(examples = "PRICE") Cause cause,
            @Schema(examples = "598") long count,

            @Schema(description = "What was expected, with tax")
            Money expected,

            @Schema(description = "What would be billed, with tax")
            Money billed,

            @Schema(description = "Billed less expected") Money difference) {

        static Total of(Sum sum) {
            return new Total(
                    sum.verdict(),
                    sum.cause(),
                    sum.count(),
                    sum.expected(),
                    sum.billed(),
                    sum.billed().minus(sum.expected()));
        }
    }

    static ComparisonView of(Job job, List<Sum> sums, Texts texts) {
        var reason = job.reason();
        return new ComparisonView(
                job.id(),
                job.importId(),
                job.status(),
                job.lines(),
                job.refused(),
                sums.stream().map(Total::of).toList(),
                reason,
                reason == null ? null : texts.of(reason, List.copyOf(job.reasonArguments())),
                job.createdAt(),
                job.finishedAt());
    }
}
