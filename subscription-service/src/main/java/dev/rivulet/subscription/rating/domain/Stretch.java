package dev.rivulet.subscription.rating.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days, over one term or more, in which nothing happens to a component. Its periods are reckoned, never walked
 * through.
 *
 * @param to null when it goes on for ever
 */
record Stretch(
        Timeline timeline,
        Term term,
        Component component,
        LocalDate from,
        @Nullable LocalDate to,
        Edge begins,
        Edge ends) {

    /** Every stretch of a timeline, in the order of their first days, then of the components of a term. */
    static List<Stretch> of(Timeline timeline) {
        var stretches = new ArrayList<Stretch>();
        var terms = timeline.terms();
        if (timeline.hasNoDay()) {
            return ofFirstDay(timeline);
        }
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            var before = i == 0 ? null : terms.get(i - 1);
            for (var component : term.charging().toList()) {
                if (before == null || !term.continues(before, component)) {
                    var next = i + 1;
                    while (next < terms.size() && terms.get(next).continues(terms.get(next - 1), component)) {
                        next++;
                    }
                    var after = after(terms, next, component);
                    stretches.add(new Stretch(
                            timeline,
                            term,
                            component,
                            term.from(),
                            after == null ? last(timeline, component) : after.from(),
                            beginning(before),
                            ending(after)));
                }
            }
        }
        return stretches;
    }

    /** What ends a stretch: what was bought goes on where others run on it, and so does what its plan is committed to. */
    private static @Nullable Term after(List<Term> terms, int next, Component component) {
        var plan = terms.get(next - 1).plan();
        var place = next;
        while (place < terms.size()
                && terms.get(place).mode() == Mode.PREPAID
                && (component.isBought()
                        || (component.metered() == null
                                && terms.get(place).plan().equals(plan)))) {
            place++;
        }
        return place == terms.size() ? null : terms.get(place);
    }

    /** Who ends on the very first day has no day, and may have used the service on it. */
    private static List<Stretch> ofFirstDay(Timeline timeline) {
        var term = timeline.terms().getFirst();
        return term.charging()
                .map(c -> new Stretch(timeline, term, c, term.from(), term.from(), Edge.START, Edge.END))
                .toList();
    }

    /** What is charged in advance of days beyond the end stays charged, where it is not to be given back. */
    private static @Nullable LocalDate last(Timeline timeline, Component component) {
        return timeline.paidUntil() == null || component.isDueAtEnd() ? timeline.end() : timeline.paidUntil();
    }

    private static Edge beginning(@Nullable Term before) {
        if (before == null) {
            return Edge.START;
        }
        return switch (before.mode()) {
            case TRIAL -> Edge.TRIAL_END;
            // For who charges here, it is as if it began.
            case SETTLED -> Edge.START;
            case RUNNING, WAIVED, PREPAID -> Edge.CHANGE;
            case PAUSED -> Edge.RESUME;
        };
    }

    private static Edge ending(@Nullable Term after) {
        if (after == null) {
            return Edge.END;
        }
        return after.mode() == Mode.PAUSED ? Edge.PAUSE : Edge.CHANGE;
    }

    /** The spans that fall due after one day, up to another. */
    Stream<Span> due(@Nullable LocalDate after, LocalDate through) {
        return Stream.concat(
                        spans(firstDueAfter(after)),
                        dayOfEnd().filter(s -> after == null || s.dueOn().isAfter(after)).stream())
                .takeWhile(s -> !s.dueOn().isAfter(through));
    }

    /** The spans of the periods that end after a day, as far as they are due. */
    Stream<Span> since(LocalDate day, LocalDate through) {
        return Stream.concat(
                        spans(Math.max(first(), anchor().indexAt(day))),
                        dayOfEnd().filter(s -> s.full().end().isAfter(day)).stream())
                .takeWhile(s -> !s.dueOn().isAfter(through));
    }

    Optional<LocalDate> nextDue(@Nullable LocalDate after) {
        return spans(firstDueAfter(after)).map(Span::dueOn).findFirst();
    }

    /** The span of a period, if the period has a day of this stretch. */
    Stream<Span> in(Period period) {
        var k = anchor().indexAt(period.start());
        return k < first() ? Stream.empty() : spans(k).limit(1);
    }

    /** Whether usage is charged for days that begin on one. */
    boolean hasUsageFrom(LocalDate day) {
        return component.metered() != null
                && Stream.concat(in(anchor().periodAt(day)), dayOfEnd().stream())
                        .anyMatch(s -> s.used().start().equals(day));
    }

    /** Whether it costs anything; of usage that is known afterwards only. */
    boolean mayCost() {
        return component.metered() != null
                || component.costs(BigDecimal.valueOf(term.quantity())).signum() != 0;
    }

    boolean stopsOn(LocalDate day) {
        return day.equals(to) && ends.stops();
    }

    /** The day on which it stops where a period would have begun on it; within a period it is of the last span. */
    private Optional<Span> dayOfEnd() {
        if (to == null || component.metered() == null || !ends.stops()) {
            return Optional.empty();
        }
        var full = anchor().periodAt(to);
        return full.start().equals(to) || from.equals(to)
                ? Optional.of(
                        new Span(term, component, new Period(to, to.plusDays(1)), full, to, ends, Edge.PERIOD, null))
                : Optional.empty();
    }

    private long first() {
        return anchor().indexAt(from);
    }

    private Anchor anchor() {
        return term.anchor();
    }

    private long firstDueAfter(@Nullable LocalDate after) {
        if (after == null || after.isBefore(from)) {
            return first();
        }
        var k = anchor().indexAt(after);
        if (component.isDueAtEnd()) {
            return to != null && !after.isBefore(to) ? k + 1 : k;
        }
        return k + 1;
    }

    private Stream<Span> spans(long first) {
        return LongStream.iterate(first, k -> isWithin(anchor().date(k)), k -> k + 1)
                .mapToObj(this::span);
    }

    /** No period begins from the end on, whatever is paid beyond it. */
    private boolean isWithin(LocalDate day) {
        var end = timeline.end();
        return to == null || (from.isBefore(to) && day.isBefore(to) && (end == null || day.isBefore(end)));
    }

    private Span span(long k) {
        var full = anchor().period(k);
        var isFirst = full.start().isBefore(from);
        var isLast = to != null && to.isBefore(full.end());
        var used = new Period(isFirst ? from : full.start(), isLast && to != null ? to : full.end());
        return new Span(
                termAt(used.start()),
                component,
                used,
                full,
                component.isDueAtEnd() ? used.end() : used.start(),
                isFirst ? begins : Edge.PERIOD,
                isLast ? ends : Edge.PERIOD,
                null);
    }

    /** The term of a day, unless that runs on what was bought with the one before. */
    private Term termAt(LocalDate day) {
        var current = timeline.termAt(day);
        return current == null || (current.mode() == Mode.PREPAID && component.metered() == null) ? term : current;
    }
}
