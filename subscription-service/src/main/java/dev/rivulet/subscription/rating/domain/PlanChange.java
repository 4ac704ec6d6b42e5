package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;

/**
 * A subscription goes over to another plan on a day. Other plans that were to come are forgotten; whatever else was decided
 * about the days to come stays: how many seats, when it rests, where periods begin.
 *
 * @param now the term that holds when this is decided
 */
public record PlanChange(Timeline timeline, Term now, LocalDate day) {

    /** What would hold on the day, without other plans that were to come till then. */
    public Term term() {
        var term = now;
        var before = now;
        for (var next : timeline.terms()) {
            if (next.from().isAfter(now.from()) && !next.from().isAfter(day)) {
                term = isOfOnePlan(before, next) ? decided(term, before, next) : term;
                before = next;
            }
        }
        return term;
    }

    /**
     * The new plan with what was decided apart from it.
     *
     * @param plan from the day on
     * @param keepsSeats unless this is decided with the plan, and {@code keepsAnchor} likewise
     */
    public Timeline apply(Timeline plan, boolean keepsSeats, boolean keepsAnchor) {
        var wanted = isResting(term()) ? plan.pausedFrom(day) : plan;
        var before = now;
        for (var next : timeline.terms()) {
            var from = next.from();
            if (from.isAfter(day) && isOfOnePlan(before, next) && isBeforeEnd(from, wanted)) {
                if (keepsSeats && next.quantity() != before.quantity()) {
                    wanted = wanted.quantityFrom(from, next.quantity());
                }
                if (keepsAnchor && isMoved(before, next)) {
                    wanted = wanted.anchoredFrom(from, next.anchor());
                }
                if (isResting(before) != isResting(next)) {
                    wanted = isResting(next) ? wanted.pausedFrom(from) : wanted.resumedFrom(from);
                }
            }
            before = next;
        }
        return wanted;
    }

    /** What differs between two terms of one plan, done to another. */
    private static Term decided(Term term, Term before, Term after) {
        var seated = after.quantity() == before.quantity() ? term : term.withQuantity(after.quantity());
        var anchored = isMoved(before, after)
                ? seated.withAnchor(after.anchor().withPeriod(term.anchor().period()))
                : seated;
        return isResting(before) == isResting(after) ? anchored : anchored.withMode(after.mode());
    }

    private static boolean isOfOnePlan(Term before, Term after) {
        return after.plan().id().equals(before.plan().id());
    }

    private static boolean isBeforeEnd(LocalDate day, Timeline wanted) {
        return wanted.end() == null || day.isBefore(wanted.end());
    }

    /** A newer version of a plan may come with periods of its own. */
    private static boolean isMoved(Term before, Term after) {
        return after.plan().isSameVersion(before.plan()) && !after.anchor().equals(before.anchor());
    }

    private static boolean isResting(Term term) {
        return term.mode() == Mode.PAUSED;
    }
}
