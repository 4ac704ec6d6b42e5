package dev.rivulet.subscription.imports.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another system is going to invoice.
 *
 * @param line where it says so
 * @param subscription of what; null where it is all that a payer is invoiced
 * @param payer who pays it
 * @param end the first day not in the period any more
 * @param amount to be paid for the period: less discounts, with tax
 * @param chargedThrough the first day to be charged here; null where that is not known
 * @param ends the first day not covered any more; null when there is none
 */
public record Expected(
        long line,
        @Nullable UUID subscription,
        UUID payer,
        LocalDate start,
        LocalDate end,
        Money amount,
        @Nullable LocalDate chargedThrough,
        @Nullable LocalDate ends) {

    /** Whether days of the period are what a line charges. */
    boolean concerns(Billed billed) {
        var whose = subscription == null ? payer.equals(billed.payer()) : subscription.equals(billed.subscription());
        return whose && isWithin(billed.start());
    }

    private boolean isWithin(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
