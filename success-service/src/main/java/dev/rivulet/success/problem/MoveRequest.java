package dev.rivulet.success.problem;

import dev.rivulet.success.input.Dated;
import dev.rivulet.success.problem.domain.ProblemState;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of a problem. */
@Schema(name = "ProblemMoveRequest", examples = """
        {"state": "RESOLVED", "at": "2025-03-02T10:00:00Z"}""")
public record MoveRequest(
        @NotNull @Schema(examples = "RESOLVED") ProblemState state,

        @Dated @Schema(examples = "2025-03-02T10:00:00Z", description = "Now, if absent; not in the future") @Nullable
        Instant at) {}
