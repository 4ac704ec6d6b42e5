package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Told inside the service, in the transaction of the credit note, refund, dispute or void: part of what was paid was
 * given back. What was never paid is told of too, and changes nothing.
 *
 * @param cause the credit note, refund or dispute; told again it changes nothing
 */
public record InvoiceReversed(UUID invoiceId, UUID cause, LocalDate on, List<Line> lines) {

    /**
     * What of a line was given back.
     *
     * @param net before tax, positive for a line that was positive
     */
    public record Line(UUID id, Money net) {}
}
