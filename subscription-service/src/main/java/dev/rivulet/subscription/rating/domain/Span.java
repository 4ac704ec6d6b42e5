package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of one anchored period for which a component is charged at one price.
 *
 * @param term the one that holds on the first of the days
 * @param used the days; all of the period, or what terms leave of it
 * @param full the period
 * @param begins why the days begin there, and {@code ends} why they end there
 * @param paid days just before that were charged already and are priced together with these; null as a rule
 */
public record Span(
        Term term,
        Component component,
        Period used,
        Period full,
        LocalDate dueOn,
        Edge begins,
        Edge ends,
        @Nullable Paid paid) {

    /** Days charged before, from a day up to the span. */
    public record Paid(LocalDate from, Money amount) {}

    public Span {
        if (!full.contains(used) || (paid != null && !paid.from().isBefore(used.start()))) {
            throw new IllegalArgumentException(used + " of " + full + ", paid " + paid);
        }
    }

    public Reason reason() {
        return component.reason();
    }

    /** All days of the period at this price: those charged before too. */
    Period priced() {
        return paid == null ? used : new Period(paid.from(), used.end());
    }

    /**
     * The days whose usage counts. Who cancels, or lets rest, within a period may still use the service on that day, so it
     * counts although it is not charged otherwise.
     */
    public Period usageDays() {
        return ends.stops() ? new Period(used.start(), used.end().plusDays(1)) : used;
    }

    /** The day within which it stops, whose usage counts although nothing else is charged of it; null where it does not. */
    public @Nullable LocalDate dayOfStop() {
        if (isOfUsageOnly()) {
            return used.start();
        }
        return ends.stops() ? used.end() : null;
    }

    /**
     * Whether it is the day of an end, or of a rest, on which a period would have begun: only what was used on it before
     * is charged, since no day of the period is paid for.
     */
    public boolean isOfUsageOnly() {
        return begins.stops();
    }

    Span rest(LocalDate from, Money paidBefore) {
        var rest = new Period(from, used.end());
        var due = component.isDueAtEnd() ? dueOn : from;
        return new Span(term, component, rest, full, due, Edge.CHANGE, ends, new Paid(used.start(), paidBefore));
    }
}
