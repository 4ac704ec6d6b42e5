package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;
import java.util.Objects;

/** What changes on a day and leaves the period that runs as it was charged: it is charged from the next period on. */
public record Unprorated(Timeline timeline, LocalDate day) {

    /**
     * The day from which it is charged: the first, from its own on, that nothing charged before covers.
     *
     * @param now what would hold on its day
     */
    public LocalDate charged(Term now) {
        var before = timeline.termAt(day.minusDays(1));
        if (before == null || !isPaid(before) || !isPaid(now) || !isSame(before, now)) {
            return day;
        }
        var period = timeline.chargedAnchorAt(before.from()).periodAt(day);
        return period.start().equals(day) ? day : period.end();
    }

    /** The timeline with another quantity; what is charged anew before that day is charged for it. */
    public Timeline quantity(long quantity) {
        var wanted = timeline.quantityFrom(day, quantity);
        var served = Objects.requireNonNull(wanted.termAt(day));
        var charged = charged(served);
        var until = wanted.terms().stream()
                .filter(term -> term.from().isAfter(day) && term.from().isBefore(charged))
                .filter(term -> !isPaid(term) || !isSame(served, term))
                .map(Term::from)
                .findFirst()
                .orElse(charged);
        var cut = until.isAfter(day) && wanted.lasts(until) ? wanted.eachFrom(until, term -> term) : wanted;
        return cut.eachFrom(
                day,
                term -> term.from().isBefore(until) && term.mode() == Mode.RUNNING
                        ? term.withMode(Mode.PREPAID)
                        : term);
    }

    private static boolean isPaid(Term term) {
        return term.mode() == Mode.RUNNING || term.mode() == Mode.PREPAID;
    }

    /** Whether nothing but the quantity differs: else days are charged anew where one follows on the other. */
    private static boolean isSame(Term one, Term other) {
        return one.plan().isSameVersion(other.plan())
                && one.anchor().equals(other.anchor())
                && one.components().equals(other.components());
    }
}
