package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What becomes of a payer's pending charges on a day. */
public sealed interface Outcome {

    /** There are none. */
    record Nothing() implements Outcome {}

    /** None is due before that day: the billing day has not come. */
    record Wait(LocalDate until) implements Outcome {}

    /**
     * Too small to collect: left for the next invoice.
     *
     * @param sum what they would come to, with tax
     * @param capOn the day on which they are dealt with even if nothing joins them
     */
    record CarryForward(List<NewCharge> charges, Money sum, Money minimum, LocalDate capOn) implements Outcome {}

    /**
     * Never to be asked for.
     *
     * @param reason {@code zero}: nothing was charged, so no invoice is sent; {@code below-minimum}: too small until
     *     their age cap
     */
    record Forgive(List<NewCharge> charges, String reason) implements Outcome {}

    /** An invoice, a draft of one, or a credit note. */
    record Issue(AssembledInvoice invoice) implements Outcome {}
}
