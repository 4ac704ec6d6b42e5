package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a subscription in the order of their days.
 *
 * @param end the first day on which nothing holds any more; null when it goes on
 * @param paidUntil who ends without a credit has paid beyond the end, up to this day: whatever takes effect in a period
 *     that begins before the end is reckoned as if it ended then; null as a rule
 */
public record Timeline(
        List<Term> terms, @Nullable LocalDate end, @Nullable LocalDate paidUntil) {

    public Timeline(List<Term> terms, @Nullable LocalDate end) {
        this(terms, end, null);
    }

    public Timeline {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a timeline without a term");
        }
        for (var i = 1; i < terms.size(); i++) {
            var term = terms.get(i);
            if (!terms.get(i - 1).from().isBefore(term.from())
                    || !terms.getFirst().currency().equals(term.currency())) {
                throw new IllegalArgumentException("a term from " + term.from() + " in " + term.currency()
                        + " cannot follow one from " + terms.get(i - 1).from());
            }
        }
        // A subscription that was cancelled before it began has its first term, and no day.
        var first = terms.getFirst().from();
        var last = terms.getLast().from();
        if (end != null && (end.isBefore(first) || (first.isBefore(last) && !last.isBefore(end)))) {
            throw new IllegalArgumentException("a term from " + last + " is not before the end on " + end);
        }
        if (paidUntil != null && (end == null || !paidUntil.isAfter(end))) {
            throw new IllegalArgumentException("paid until " + paidUntil + ", not beyond the end on " + end);
        }
    }

    public LocalDate start() {
        return terms.getFirst().from();
    }

    /** Whether it ends before it has lasted a day: on its first, or before that. */
    public boolean hasNoDay() {
        return end != null && !start().isBefore(end);
    }

    /** Whether anything holds on a day or after it. */
    public boolean lasts(LocalDate day) {
        return end == null || day.isBefore(end);
    }

    /** The term that a day belongs to; null before the start and from the end on. */
    public @Nullable Term termAt(LocalDate day) {
        if (end != null && !day.isBefore(end)) {
            return null;
        }
        return terms.reversed().stream()
                .filter(t -> !t.from().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /**
     * Everything from a day on is replaced. The end stays where it is.
     *
     * @param replacement the first of which begins on the day
     */
    public Timeline changedFrom(LocalDate day, List<Term> replacement) {
        if (!replacement.getFirst().from().equals(day)) {
            throw new IllegalArgumentException("a change on " + day + " by terms " + replacement);
        }
        var all = new ArrayList<>(
                terms.stream().filter(t -> t.from().isBefore(day)).toList());
        all.addAll(replacement);
        return of(all, end);
    }

    public Timeline quantityFrom(LocalDate day, long quantity) {
        return eachFrom(day, t -> t.withQuantity(quantity));
    }

    /** Nothing is charged from a day on. A trial goes on meanwhile, as the days of a phase do. */
    public Timeline pausedFrom(LocalDate day) {
        return eachFrom(day, t -> t.mode() == Mode.RUNNING || t.mode() == Mode.PREPAID ? t.withMode(Mode.PAUSED) : t);
    }

    public Timeline resumedFrom(LocalDate day) {
        return eachFrom(day, t -> t.mode() == Mode.PAUSED ? t.withMode(Mode.RUNNING) : t);
    }

    /** Begins on a day before its first, and runs until then on what whatever was before it was charged with. */
    public Timeline prepaidFrom(LocalDate day) {
        if (!day.isBefore(start())) {
            return this;
        }
        var all = new ArrayList<Term>();
        all.add(terms.getFirst().from(day).withMode(Mode.PREPAID));
        all.addAll(terms);
        return new Timeline(all, end, paidUntil);
    }

    /** The period that a day is charged in. */
    public Period chargedPeriodAt(LocalDate day) {
        return chargedAnchorAt(day).periodAt(day);
    }

    /** Where the periods that a day is charged in begin, which is another term's where it runs on what that bought. */
    public Anchor chargedAnchorAt(LocalDate day) {
        var term = terms.reversed().stream()
                .filter(t -> !t.from().isAfter(day) && t.mode() != Mode.PREPAID)
                .findFirst()
                .orElse(terms.getFirst());
        return term.anchor();
    }

    /** As if nothing ran on what another plan was charged with. */
    Timeline ownDaysOnly() {
        return new Timeline(
                terms.stream()
                        .map(term ->
                                term.mode() == Mode.PREPAID && !runsOnItsOwn(term) ? term.withMode(Mode.SETTLED) : term)
                        .toList(),
                end,
                paidUntil);
    }

    /** Whether what it runs on was charged for the same plan. */
    private boolean runsOnItsOwn(Term prepaid) {
        return terms.reversed().stream()
                .filter(term -> term.from().isBefore(prepaid.from()) && term.mode() != Mode.PREPAID)
                .findFirst()
                .filter(term -> term.plan().equals(prepaid.plan()))
                .isPresent();
    }

    /** What is charged in advance of the days from one up to another is given back whole. */
    public Timeline waived(LocalDate from, LocalDate until) {
        var waived = eachFrom(from, t -> t.mode() == Mode.RUNNING ? t.withMode(Mode.WAIVED) : t);
        return end == null || until.isBefore(end) ? waived.chargedFrom(until) : waived;
    }

    /** Nothing is given back whole from a day on. */
    public Timeline chargedFrom(LocalDate day) {
        return eachFrom(day, t -> t.mode() == Mode.WAIVED ? t.withMode(Mode.RUNNING) : t);
    }

    /** Periods begin elsewhere from a day on, best the end of what is charged already; each term keeps their length. */
    public Timeline anchoredFrom(LocalDate day, Anchor anchor) {
        return eachFrom(day, t -> t.withAnchor(anchor.withPeriod(t.anchor().period())));
    }

    /** Periods begin where those of a base begin, from a day on; each term keeps their length. */
    public Timeline anchoredLike(Timeline base, LocalDate day) {
        var wanted = this;
        for (var term : base.from(day.isBefore(start()) ? start() : day)) {
            var isOther = wanted.lasts(term.from())
                    && wanted.from(term.from()).stream()
                            .anyMatch(own -> !own.anchor()
                                    .equals(term.anchor()
                                            .withPeriod(own.anchor().period())));
            wanted = isOther ? wanted.anchoredFrom(term.from(), term.anchor()) : wanted;
        }
        return wanted;
    }

    /** Rests while a base does, from its own start on. */
    public Timeline restingLike(Timeline base) {
        var wanted = this;
        for (var term : base.from(start())) {
            if (wanted.lasts(term.from())) {
                wanted = term.mode() == Mode.PAUSED ? wanted.pausedFrom(term.from()) : wanted.resumedFrom(term.from());
            }
        }
        return wanted;
    }

    /** The terms from a day on, the one that holds on it as if it began then. */
    private List<Term> from(LocalDate day) {
        var all = new ArrayList<Term>();
        for (var term : terms) {
            if (!term.from().isAfter(day)) {
                all.clear();
                all.add(term.from(day));
            } else {
                all.add(term);
            }
        }
        return all;
    }

    /**
     * The days before one of them were charged elsewhere, so that none of them is charged here, whatever holds on them.
     * From that day on everything is charged.
     */
    public Timeline settledBefore(LocalDate day) {
        var all = new ArrayList<Term>();
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            if (!term.from().isBefore(day)) {
                all.add(term);
                continue;
            }
            all.add(term.mode().earns() ? term.withMode(Mode.SETTLED) : term);
            var next = i == terms.size() - 1 ? end : terms.get(i + 1).from();
            if (term.mode().earns() && (next == null || next.isAfter(day))) {
                all.add(term.from(day).withMode(term.mode() == Mode.WAIVED ? Mode.WAIVED : Mode.RUNNING));
            }
        }
        return new Timeline(all, end, paidUntil);
    }

    /**
     * Ends on a day, the first that does not count any more; an end before the start leaves no day at all. Terms that
     * would have begun later are forgotten: who may want them back keeps the timeline as it was.
     */
    public Timeline endedAt(LocalDate day) {
        return of(terms, day);
    }

    /** Nothing is given back of what is paid beyond the end, up to a day. */
    public Timeline paidUntil(LocalDate day) {
        return end != null && day.isAfter(end) ? new Timeline(terms, end, day) : this;
    }

    /** Terms that begin after a day are left out; the end stays, since who knows it need not pay beyond. */
    public Timeline begunBy(LocalDate day) {
        var begun = terms.stream().filter(t -> !t.from().isAfter(day)).toList();
        return new Timeline(begun.isEmpty() ? terms.subList(0, 1) : begun, end, paidUntil);
    }

    /**
     * The first day, after one and up to another, on which a term begins within a charged period of the one before: what
     * was charged of it in advance is given back then. Null when there is none.
     */
    public @Nullable LocalDate cutWithin(@Nullable LocalDate after, LocalDate through) {
        for (var i = 1; i < terms.size(); i++) {
            var from = terms.get(i).from();
            var before = terms.get(i - 1);
            if ((after == null || from.isAfter(after))
                    && !from.isAfter(through)
                    && (before.mode() == Mode.RUNNING || before.mode() == Mode.PREPAID)
                    && !before.anchor().periodAt(from).start().equals(from)) {
                return from;
            }
        }
        return null;
    }

    /** Each term from a day on becomes another that begins on the same day; the term of that day is cut there. */
    public Timeline eachFrom(LocalDate day, UnaryOperator<Term> change) {
        if (end != null && !day.isBefore(end)) {
            throw new IllegalArgumentException("a change on " + day + ", after the end on " + end);
        }
        var all = new ArrayList<Term>();
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            var isCut = term.from().isBefore(day)
                    && (i == terms.size() - 1 || terms.get(i + 1).from().isAfter(day));
            if (term.from().isBefore(day)) {
                all.add(term);
            } else {
                all.add(change.apply(term));
            }
            if (isCut) {
                all.add(change.apply(term.from(day)));
            }
        }
        return new Timeline(all, end, paidUntil);
    }

    /** Terms from the end on are left out; the first stays. */
    private static Timeline of(List<Term> terms, @Nullable LocalDate end) {
        if (end == null) {
            return new Timeline(terms, null);
        }
        var start = terms.getFirst().from();
        var kept = new ArrayList<>(terms.subList(0, 1));
        terms.stream().skip(1).filter(t -> t.from().isBefore(end)).forEach(kept::add);
        return new Timeline(kept, end.isBefore(start) ? start : end);
    }
}
