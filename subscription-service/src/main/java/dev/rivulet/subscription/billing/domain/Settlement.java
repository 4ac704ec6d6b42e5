package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;

/** What a payment does to an invoice. */
public sealed interface Settlement {

    /** Taken; the status follows from what is paid now. */
    record Taken(Money paid, InvoiceStatus status) implements Settlement {}

    /** The invoice is in another currency. */
    record OtherCurrency(String expected) implements Settlement {}

    /** More than is due, which is refused: nothing says yet whose money the rest would be. */
    record MoreThanDue(Money due) implements Settlement {}

    /**
     * Judges a payment.
     *
     * @param amount positive
     */
    static Settlement of(Money total, Money paid, Money amount) {
        if (!amount.currency().equals(total.currency())) {
            return new OtherCurrency(total.currency().getCurrencyCode());
        }
        if (amount.isNegative() || amount.isZero()) {
            throw new IllegalArgumentException("not a payment: " + amount);
        }
        var due = total.minus(paid);
        if (amount.compareTo(due) > 0) {
            return new MoreThanDue(due);
        }
        var paidNow = paid.plus(amount);
        return new Taken(paidNow, InvoiceStatus.of(total, paidNow));
    }
}
