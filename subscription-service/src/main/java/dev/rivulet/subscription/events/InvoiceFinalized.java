package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An invoice was issued; from now on only payments touch it. Dates are in the account's zone, the period is half-open.
 *
 * @param lines add up to the total
 */
public record InvoiceFinalized(
        UUID id,
        String number,
        UUID accountId,
        UUID subscriptionId,
        Money total,
        LocalDate issueDate,
        LocalDate dueDate,
        LocalDate periodStart,
        LocalDate periodEnd,
        List<Line> lines) {

    public static final EventType TYPE =
            new EventType("subscription.invoice.events.v1", "dev.rivulet.subscription.invoice.finalized.v1");

    /** What is charged for a plan. */
    public record Line(UUID planId, int planVersion, Money amount) {}
}
