package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is due on an invoice any more.
 *
 * @param paidOn day the last of the money was received
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoicePaid(
        UUID id,
        String number,
        UUID accountId,
        @Nullable UUID subscriptionId,
        Money total,
        LocalDate dueDate,
        LocalDate paidOn) {

    public static final EventType TYPE =
            new EventType("subscription.invoice.events.v1", "dev.rivulet.subscription.invoice.paid.v1");
}
