package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an invoice is going to say.
 *
 * @param issueDate the day it is really issued, however late: the time to pay begins when the customer can know of it
 * @param period what it charges for
 */
public record InvoiceDraft(LocalDate issueDate, LocalDate dueDate, Period period, List<Line> lines) {

    /** Days the customer has to pay. */
    public static final int DAYS_TO_PAY = 14;

    /** The plan whose price is charged, at its pinned version. */
    public record PinnedPlan(UUID id, String name, int version, Money price) {}

    /**
     * One line; {@code unitPrice × quantity = amount}, nothing rounded.
     *
     * @param period the days it charges for
     */
    public record Line(String description, PinnedPlan plan, Period period, Money unitPrice, long quantity) {

        public Money amount() {
            return unitPrice.times(quantity);
        }
    }

    public InvoiceDraft {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an invoice without a line");
        }
    }

    /** A flat price for a whole period, in advance. */
    public static InvoiceDraft flat(PinnedPlan plan, Period period, LocalDate issueDate) {
        var line = new Line(plan.name(), plan, period, plan.price(), 1);
        return new InvoiceDraft(issueDate, issueDate.plusDays(DAYS_TO_PAY), period, List.of(line));
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }
}
