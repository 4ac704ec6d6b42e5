package dev.rivulet.success.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer used, by its local days, both ends included; days without usage are left out. */
@Schema(name = "Consumption")
public record ConsumptionView(
        UUID accountId,
        @Schema(examples = "2025-03-01") LocalDate from,
        @Schema(examples = "2025-03-28") LocalDate to,
        List<Day> days) {

    /** One metric on one day. */
    @Schema(name = "ConsumptionDay")
    public record Day(
            @Schema(examples = "2025-03-01") LocalDate day,
            @Schema(examples = "lesson-completed") String metric,

            @Schema(examples = "17", description = "Decimal text")
            String quantity,

            @Schema(examples = "17", description = "Events it came in")
            long events,

            @Schema(examples = "5", description = "Distinct users")
            int users) {}
}
