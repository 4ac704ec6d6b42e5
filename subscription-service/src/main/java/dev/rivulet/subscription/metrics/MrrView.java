package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Monthly recurring revenue at the end of a day.
 *
 * @param policy by which rules the figure was made
 * @param mrr one amount per currency; none where there is no revenue
 */
@Schema(name = "Mrr")
public record MrrView(
        @Schema(examples = "2026-03-31") LocalDate asOf,

        @Schema(
                examples = "contracted-1",
                description = "contracted-1: full plan price per month from the first charged day to the effective end;"
                        + " without trials, tax, one-off and metered charges; no currency conversion")
        String policy,

        List<Money> mrr) {

    static final String POLICY = "contracted-1";
}
