package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is going to say, or a credit note where there is nothing but credits.
 * {@code total − toBalance = subtotal − discount + tax}.
 *
 * @param kind what document it is
 * @param finalizeOn the day a draft becomes final; null when it is final at once
 * @param subtotal the lines without tax, before the discount
 * @param total what is to be paid; zero where the credits are more than the charges
 * @param toBalance what the credits are more, which the customer keeps
 * @param balanceUsed what of the total the customer's balance pays at once
 * @param belowMinimum whether it is too small to be collected automatically
 */
public record AssembledInvoice(
        Kind kind,
        LocalDate issueDate,
        LocalDate dueDate,
        @Nullable LocalDate finalizeOn,
        Period period,
        List<Line> lines,
        Money subtotal,
        Money discount,
        Money tax,
        Money total,
        Money toBalance,
        Money balanceUsed,
        boolean belowMinimum,
        List<CouponUse> coupons) {

    /** Which document. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /**
     * A charge as it is invoiced.
     *
     * @param discount of the sign of the amount
     * @param taxes all of them contained in the amount, or none
     */
    public record Line(NewCharge charge, Money discount, List<LineTax> taxes) implements TaxTotal.Taxed {

        public Line {
            taxes = List.copyOf(taxes);
        }

        /** Whether it was too small to be invoiced when it fell due. */
        public boolean carriedForward() {
            return charge.carriedSince() != null;
        }

        public Money discounted() {
            return charge.amount().minus(discount);
        }

        public Money tax() {
            return LineTax.sum(taxes, charge.amount().currency());
        }

        /** The amount without tax, before the discount. */
        public Money net() {
            return LineTax.areContained(taxes) ? charge.amount().minus(tax()) : charge.amount();
        }

        @Override
        public Money taxBase() {
            return net().minus(discount);
        }

        /** What it contributes to the total. */
        public Money gross() {
            return taxBase().plus(tax());
        }
    }

    /** What a coupon took off; counts as one of its uses. */
    public record CouponUse(UUID redemptionId, String code, Money amount) {}

    public AssembledInvoice {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an invoice without a line");
        }
        if (!total.minus(toBalance).equals(subtotal.minus(discount).plus(tax))) {
            throw new IllegalArgumentException("the invoice does not add up: " + total + ", " + toBalance);
        }
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
    }

    public boolean isDraft() {
        return finalizeOn != null;
    }

    public Money due() {
        return total.minus(balanceUsed);
    }
}
