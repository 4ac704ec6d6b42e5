package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An invoice as those who collect it see it; of one that was given up, what could still be paid of it is due.
 *
 * @param belowMinimum too small to be collected automatically or dunned
 */
public record OpenInvoice(
        UUID id,
        UUID payerId,
        String number,
        Money total,
        Money due,
        LocalDate issueDate,
        LocalDate dueDate,
        boolean belowMinimum) {

    /** The same with less due of it. */
    public OpenInvoice owing(Money rest) {
        return new OpenInvoice(id, payerId, number, total, rest, issueDate, dueDate, belowMinimum);
    }
}
