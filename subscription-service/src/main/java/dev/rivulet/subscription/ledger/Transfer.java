package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is debited to one account of the books and credited to another.
 *
 * @param accountId the customer it concerns; null where none is known yet
 * @param amount positive
 * @param on the day it counts for, in the customer's zone
 */
public record Transfer(
        LedgerAccount debit, LedgerAccount credit, @Nullable UUID accountId, Money amount, Cause cause, LocalDate on) {

    public Transfer {
        if (debit == credit) {
            throw new IllegalArgumentException("from " + debit + " to itself");
        }
        if (amount.isNegative() || amount.isZero()) {
            throw new IllegalArgumentException("not an amount to transfer: " + amount);
        }
    }
}
