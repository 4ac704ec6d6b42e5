package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was given back: {@code total = subtotal − discount + tax}, all positive.
 *
 * @param invoiceId the invoice it corrects, where it corrects one
 * @param applied what it took off what was still due on the invoice
 * @param toBalance what went to the customer's balance
 * @param lines add up to subtotal − discount
 * @param taxes by rate; together they are the tax
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditNoteIssued(
        UUID id,
        String number,
        UUID accountId,
        @Nullable UUID invoiceId,
        Money subtotal,
        Money discount,
        Money tax,
        Money total,
        Money applied,
        Money toBalance,
        LocalDate issueDate,
        List<Line> lines,
        List<IssuedTax> taxes) {

    public static final EventType TYPE =
            new EventType("subscription.credit-note.events.v1", "dev.rivulet.subscription.credit-note.issued.v1");

    /**
     * What is given back of a charge.
     *
     * @param amount without tax and discount, positive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID chargeId, @Nullable UUID planId, @Nullable UUID subscriptionId, Money amount, Money tax) {}
}
