package dev.rivulet.success.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.metric.RetentionReport.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is left, after some months, of the customers there were before, as known now. */
@Schema(name = "TrailingRetention")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrailingRetention(
        @Schema(nullable = true, examples = "EUR", description = "Null while there is no revenue") @Nullable
        String currency,

        @Schema(examples = "2025-04", description = "The first of the months")
        String from,

        @Schema(examples = "2026-03", description = "The last of them")
        String to,

        @Schema(description = "Whether the last month is over everywhere")
        boolean closed,

        @Schema(nullable = true, description = "Monthly revenue when the first month began") @Nullable
        Money start,

        @Schema(nullable = true, description = "That of the same customers when the last one ended") @Nullable
        Money end,

        @Schema(examples = "48", description = "Customers with revenue when the first month began")
        long startCustomers,

        @Schema(examples = "5", description = "Those of them without any when the last one ended")
        long lostCustomers,

        Figure netRevenueRetention,
        Figure grossRevenueRetention,
        Figure logoChurn) {}
