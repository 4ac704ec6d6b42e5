package dev.rivulet.subscription.dunning.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a payer is in arrears with.
 *
 * @param oldestDue the day the oldest of it was to be paid
 */
public record Debt(Money owed, LocalDate oldestDue) {

    public int daysOverdue(LocalDate today) {
        return Math.toIntExact(ChronoUnit.DAYS.between(oldestDue, today));
    }
}
