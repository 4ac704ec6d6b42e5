package dev.rivulet.success.cohort;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.cohort.domain.CellState;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.revenue.domain.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cohort table. */
@Schema(name = "CohortTable")
public record CohortView(
        Measure measure,

        @Schema(examples = "start", description = "What the rows are: start months, or the values of an attribute")
        String by,

        @Schema(examples = "MONTH", description = "What rows start in and ages are counted in")
        Period period,

        @Schema(nullable = true, examples = "EUR", description = "Null in a table of customers of all currencies")
        @Nullable
        String currency,

        Policy policy,

        @Schema(nullable = true, examples = "0.8", description = "Share of revenue that is gross margin, in LTV tables")
        @Nullable
        String grossMargin,

        @Schema(examples = "2026-10", description = "The last month that is closed")
        String closedThrough,

        List<Row> rows,

        @Schema(description = "Closed months in which the whole table had drifted away from its baseline")
        List<Drift> drifts) {

    /** How the figures were made. */
    @Schema(name = "CohortPolicy")
    public record Policy(
            @Schema(examples = "as-known-now") String name,
            @Schema(examples = "1") int version,

            @Schema(examples = "Every movement known by now counts in the month it holds from")
            String definition) {

        static Policy of(CohortPolicy policy) {
            return new Policy(policy.text, CohortPolicy.VERSION, policy.definition);
        }
    }

    /** One cohort. */
    @Schema(name = "CohortRow")
    public record Row(
            @Schema(
                    examples = "2026-03",
                    description = "The start month, quarter (2026-Q1) or year, or the attribute's value; - for none")
            String cohort,

            @Schema(examples = "120", description = "Customers it began with")
            long customers,

            @Schema(nullable = true, description = "Monthly revenue it began with; null over several currencies")
            @Nullable
            Money base,

            List<Cell> cells) {}

    /** A cohort at an age. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CohortCell")
    public record Cell(
            @Schema(examples = "2", description = "Periods since the start; 0 is the end of the one of the start")
            int age,

            @Schema(
                    examples = "2026-05",
                    description = "The month, quarter or year at the end of which the youngest are of this age")
            String month,

            CellState state,

            @Schema(
                    nullable = true,
                    examples = "0.933333",
                    description = "A ratio of six decimals, or an amount in the table's currency in an LTV table; null"
                            + " unless the cell is closed, and where the cohort began with nothing")
            @Nullable
            String value,

            @Schema(
                    nullable = true,
                    examples = "0.950000",
                    description = "What an open cell has come to by now; no value to compare with others")
            @Nullable
            String soFar,

            @Schema(
                    nullable = true,
                    examples = "112",
                    description = "Customers, or minor units, left, of a closed cell; the gross margin in an LTV table")
            @Nullable
            Long part,

            @Schema(nullable = true, examples = "120", description = "Customers, or minor units, of the beginning")
            @Nullable
            Long whole,

            @Schema(description = "Whether corrections have changed it since its month closed")
            boolean restated,

            @Schema(
                    nullable = true,
                    examples = "0.633333",
                    description = "The value by the other policy, where it is restated")
            @Nullable
            String otherwise,

            @Schema(nullable = true, description = "Of closed cells after age 0, in tables that are judged") @Nullable
            MarkView mark) {}

    /** A month in which small differences to the same side had added up. */
    @Schema(name = "CohortDrift")
    public record Drift(
            @Schema(examples = "2026-09") String month,

            @Schema(examples = "-1.10", description = "The moving average, in standard deviations")
            String average,

            @Schema(examples = "0.90", description = "How far from 0 is still no drift")
            String limit,

            @Schema(examples = "DOWN", description = "DOWN: less is kept than before; UP: more")
            String direction) {}
}
