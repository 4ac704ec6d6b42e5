package dev.rivulet.success.problem;

import dev.rivulet.success.problem.domain.ProblemState;
import dev.rivulet.success.problem.domain.Severity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something a customer has trouble with. */
@Schema(name = "CustomerProblem")
public record ProblemView(
        UUID id,

        @Schema(examples = "1", description = "Quoted, it is the ETag to change this with")
        long version,

        UUID accountId,
        @Schema(examples = "Certificates are not printed") String title,

        @Schema(nullable = true, examples = "The button does nothing since Monday") @Nullable
        String description,

        Severity severity,
        ProblemState state,
        @Schema(nullable = true) @Nullable UUID productId,

        @Schema(nullable = true, examples = "certificates") @Nullable
        String feature,

        @Schema(nullable = true) @Nullable UUID contactId,

        @Schema(nullable = true, examples = "helpdesk") @Nullable
        String source,

        @Schema(nullable = true, examples = "T-1041") @Nullable
        String externalId,

        @Schema(examples = "2025-03-01T09:30:00Z") Instant openedAt,

        @Schema(nullable = true, examples = "2025-03-01T10:00:00Z") @Nullable
        Instant firstResponseAt,

        @Schema(nullable = true, examples = "2025-03-02T10:00:00Z") @Nullable
        Instant resolvedAt,

        @Schema(nullable = true, examples = "2025-03-03T10:00:00Z") @Nullable
        Instant closedAt,

        @Schema(examples = "0", description = "How often it turned out not to be solved")
        int reopened) {

    static ProblemView of(Problem problem) {
        return new ProblemView(
                problem.id,
                problem.version,
                problem.accountId,
                problem.title,
                problem.description,
                problem.severity,
                problem.state,
                problem.productId,
                problem.feature,
                problem.contactId,
                problem.source,
                problem.externalId,
                problem.openedAt,
                problem.firstResponseAt,
                problem.resolvedAt,
                problem.closedAt,
                problem.reopened);
    }
}
