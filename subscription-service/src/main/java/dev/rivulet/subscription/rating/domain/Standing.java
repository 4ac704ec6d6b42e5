package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription is in its periods on a day.
 *
 * @param period the days around it that are paid for together, as far as terms leave them; those of a trial in one; null
 *     before the start and from the end on
 * @param nextCharge the first day, after what is charged already, on which something falls due that costs anything; null
 *     where nothing is to come
 */
public record Standing(@Nullable Period period, @Nullable LocalDate nextCharge) {

    /** @param chargedThrough the last day whose charges were made; null where none were */
    public static Standing of(Timeline timeline, LocalDate day, @Nullable LocalDate chargedThrough) {
        return new Standing(period(timeline, day), Rating.nextCharge(timeline, chargedThrough));
    }

    private static @Nullable Period period(Timeline timeline, LocalDate day) {
        var current = timeline.termAt(day);
        if (current == null) {
            return null;
        }
        var from = timeline.terms().reversed().stream()
                .filter(term -> !term.from().isAfter(day))
                .takeWhile(term -> isTogether(timeline, term, current))
                .map(Term::from)
                .reduce(current.from(), (later, earlier) -> earlier);
        var to = timeline.terms().stream()
                .filter(term -> term.from().isAfter(day) && !isTogether(timeline, term, current))
                .map(Term::from)
                .findFirst()
                .orElse(timeline.end());
        if (current.mode() == Mode.TRIAL && to != null) {
            return new Period(from, to);
        }
        var full = timeline.chargedPeriodAt(day);
        return new Period(
                full.start().isBefore(from) ? from : full.start(),
                to != null && to.isBefore(full.end()) ? to : full.end());
    }

    /** A trial is one whatever happens in it; other days are of the same periods, whether they rest or not. */
    private static boolean isTogether(Timeline timeline, Term one, Term other) {
        var inTrial = one.mode() == Mode.TRIAL;
        return inTrial == (other.mode() == Mode.TRIAL)
                && (inTrial || timeline.chargedAnchorAt(one.from()).equals(timeline.chargedAnchorAt(other.from())));
    }
}
