package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the service, in the transaction of the payment: nothing is due on an invoice any more.
 *
 * @param paidOn day the last of the money was received
 */
public record InvoiceSettled(UUID invoiceId, String number, UUID accountId, LocalDate paidOn, List<Line> lines) {

    /**
     * What was paid for.
     *
     * @param subscriptionId null for what belongs to none
     * @param net after discounts, before tax; negative for a credit
     */
    public record Line(UUID id, @Nullable UUID subscriptionId, LocalDate periodStart, Money net) {}
}
