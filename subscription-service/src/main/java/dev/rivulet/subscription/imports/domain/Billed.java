package dev.rivulet.subscription.imports.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that is billed in shadow.
 *
 * @param kind why it is charged
 * @param end the first day not charged for any more
 * @param amount before the discount; contains the tax where that is inclusive
 * @param fullAmount what the whole period would cost, unrounded
 * @param days charged for, of {@code periodDays}
 * @param explanation how it was reckoned, as JSON
 */
public record Billed(
        @Nullable UUID subscription,
        UUID payer,
        String component,
        String kind,
        @Nullable Integer planVersion,
        LocalDate start,
        LocalDate end,
        BigDecimal quantity,
        BigDecimal fullAmount,
        Money amount,
        Money discount,
        Money tax,
        boolean taxInclusive,
        int days,
        int periodDays,
        String explanation) {

    /** What is to be paid for it. */
    Money gross() {
        return taxInclusive ? amount.minus(discount) : amount.minus(discount).plus(tax);
    }

    /** The same without tax. */
    Money net() {
        return taxInclusive ? amount.minus(discount).minus(tax) : amount.minus(discount);
    }

    boolean isPart() {
        return days < periodDays;
    }
}
