package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice was issued; from now on it is only paid, voided or written off. Dates are in the account's zone, periods
 * are half-open. {@code total − toBalance = subtotal − discount + tax}.
 *
 * @param accountId who pays
 * @param subscriptionId of the first line that has one
 * @param total what is to be paid, with tax
 * @param toBalance what credits come to beyond the charges, which the customer keeps
 * @param balanceUsed what the customer's balance paid at once
 * @param lines of plans; together with the other charges they add up to subtotal − discount
 * @param otherCharges lines that belong to no plan
 * @param taxes by rate; together they are the tax
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceFinalized(
        UUID id,
        String number,
        UUID accountId,
        @Nullable UUID subscriptionId,
        Money total,
        Money subtotal,
        Money discount,
        Money tax,
        Money toBalance,
        Money balanceUsed,
        String legalEntity,
        boolean belowMinimum,
        LocalDate issueDate,
        LocalDate dueDate,
        LocalDate periodStart,
        LocalDate periodEnd,
        List<Line> lines,
        List<OtherCharge> otherCharges,
        List<IssuedTax> taxes) {

    public static final EventType TYPE =
            new EventType("subscription.invoice.events.v1", "dev.rivulet.subscription.invoice.finalized.v1");

    /**
     * What is charged for a plan, or given back.
     *
     * @param amount without tax and after the discount; negative for a credit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID planId,
            int planVersion,
            Money amount,
            UUID accountId,
            @Nullable UUID subscriptionId,
            LocalDate periodStart,
            LocalDate periodEnd,
            String reason,
            Money tax) {}

    /**
     * What is charged apart from plans.
     *
     * @param amount without tax and after the discount; negative for a credit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OtherCharge(
            Money amount, UUID accountId, @Nullable UUID subscriptionId, String reason, Money tax) {}
}
