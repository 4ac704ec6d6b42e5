package dev.rivulet.subscription.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account's usage of one metric by its local days or months; spans without usage are left out. */
@Schema(name = "AccountUsage")
public record AccountUsageView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "api-calls") String metric,

        @Schema(examples = "Europe/Berlin", description = "Days begin at midnight there")
        String zone,

        @Schema(examples = "2026-03-01") LocalDate from,

        @Schema(examples = "2026-04-01", description = "The first day that does not belong to it")
        LocalDate to,

        Granularity granularity,
        List<Span> items) {

    /** What a day or month comes to, one figure for each way of aggregating. */
    @Schema(name = "AccountUsageSpan")
    public record Span(
            @Schema(examples = "2026-03-01") LocalDate from,

            @Schema(examples = "2026-03-02", description = "The first day that does not belong to it")
            LocalDate to,

            @Schema(examples = "1250.5", description = "All quantities added up; decimal text")
            String sum,

            @Schema(examples = "1200") long count,

            @Schema(examples = "12.5", description = "The largest quantity")
            String max,

            @Schema(examples = "17", description = "Different users")
            long unique,

            @Schema(examples = "1", description = "The quantity that occurred last")
            String last) {}

    static String text(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
