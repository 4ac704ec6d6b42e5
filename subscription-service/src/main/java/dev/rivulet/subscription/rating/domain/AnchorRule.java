package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;

/** How a subscription comes to its anchor. */
public sealed interface AnchorRule {

    /** The first charged day. */
    record Anniversary() implements AnchorRule {}

    /** A day of the month, as that of the payer's invoices. */
    record BillingDay(int day) implements AnchorRule {}

    /** Where the calendar's periods begin. */
    record Calendar() implements AnchorRule {}

    /** A day that was agreed on. */
    record At(LocalDate date) implements AnchorRule {}

    /** The anchor that the subscription has. */
    record Kept(Anchor anchor) implements AnchorRule {}

    /** The anchor, when the first day that is charged is known. */
    default Anchor anchor(BillingPeriod period, LocalDate charged) {
        return switch (this) {
            case Anniversary a -> Anchor.anniversary(period, charged);
            case BillingDay(var day) -> Anchor.billingDay(period, charged, day);
            case Calendar c -> Anchor.calendar(period, charged);
            case At(var date) -> Anchor.at(period, date);
            case Kept(var anchor) -> anchor.withPeriod(period);
        };
    }
}
