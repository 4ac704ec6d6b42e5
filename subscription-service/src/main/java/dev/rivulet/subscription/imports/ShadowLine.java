package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.imports.domain.Billed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line billed in shadow. Nothing of it was issued. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ShadowLine")
record ShadowLine(
        @Schema(examples = "base") String component,

        @Schema(examples = "RECURRING", description = "Why it is charged")
        String kind,

        @Nullable @Schema(examples = "2", description = "The version whose price was pinned")
        Integer planVersion,

        @Schema(examples = "2026-01-31") LocalDate periodStart,

        @Schema(examples = "2026-02-28", description = "First day not charged for any more")
        LocalDate periodEnd,

        @Schema(examples = "25") BigDecimal quantity,

        @Schema(examples = "49.00", description = "What the whole period would cost, unrounded")
        BigDecimal fullAmount,

        @Schema(examples = "28", description = "Charged for, of periodDays")
        int days,

        @Schema(examples = "28") int periodDays,

        @Schema(description = "Before the discount; contains the tax where that is inclusive")
        Money amount,

        Money discount,

        @Schema(description = "Zero where it still waits for an invoice")
        Money tax,

        @Schema(implementation = Object.class, description = "How it was reckoned: steps, factor, days, periodDays")
        JsonNode explanation) {

    static ShadowLine of(Billed billed, JsonNode explanation) {
        return new ShadowLine(
                billed.component(),
                billed.kind(),
                billed.planVersion(),
                billed.start(),
                billed.end(),
                billed.quantity(),
                billed.fullAmount(),
                billed.days(),
                billed.periodDays(),
                billed.amount(),
                billed.discount(),
                billed.tax(),
                explanation);
    }
}
