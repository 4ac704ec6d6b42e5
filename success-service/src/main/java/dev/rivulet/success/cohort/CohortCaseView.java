package dev.rivulet.success.cohort;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.cohort.MarkStore.CellKey;
import dev.rivulet.success.cohort.MarkStore.Stored;
import dev.rivulet.success.cohort.domain.CaseState;
import dev.rivulet.success.cohort.domain.CloseReason;
import dev.rivulet.success.cohort.domain.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A red cell that somebody has to react to. */
@Schema(name = "CohortCase")
public record CohortCaseView(
        UUID id,

        @Schema(examples = "2026-03", description = "The month the cohort started in")
        String cohort,

        @Schema(examples = "2") int age,

        @Schema(examples = "2026-05", description = "The month the cell is about")
        String month,

        @Schema(
                examples =
                        "Customers of 2026-03 at age 2: kept 70.0 % of the age before where others keep 95.0 % (q = 0.000312)")
        String summary,

        CaseState state,

        @Schema(examples = "success-team", description = "A group until somebody takes it over")
        String owner,

        @Schema(examples = "2026-11-10", description = "UTC")
        LocalDate dueOn,

        boolean overdue,
        Instant openedAt,

        @Schema(nullable = true, examples = "2026-11-05T14:00:00Z") @Nullable
        Instant closedAt,

        @Schema(nullable = true) @Nullable CloseReason closeReason,

        @Schema(nullable = true, examples = "The March campaign sold to schools; onboarding for them is being written")
        @Nullable
        String closeNote,

        @Schema(description = "The tables in which the cell is red now, with the reasons")
        List<Finding> findings) {

    /** A table in which the cell is red. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CohortFinding")
    public record Finding(
            Measure measure,

            @Schema(examples = "EUR", description = "Absent for customers") @Nullable
            String currency,

            MarkView mark) {}

    static CohortCaseView of(CohortCase red, CellKey cell, List<Stored> reds, boolean overdue) {
        return new CohortCaseView(
                red.id,
                cell.start().toString(),
                cell.age(),
                cell.month().toString(),
                red.summary,
                red.state,
                red.owner,
                red.dueOn,
                overdue,
                red.openedAt,
                red.closedAt,
                red.closeReason,
                red.closeNote,
                reds.stream()
                        .map(stored ->
                                new Finding(stored.key().measure(), stored.key().currency(), stored.mark()))
                        .toList());
    }
}
