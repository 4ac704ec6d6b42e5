package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A trial goes on to a later day. What the plan says of the days after it is counted from there; whatever else was decided
 * stays on its day, and costs nothing as long as the trial lasts.
 *
 * @param ends the first day after the trial as it is, and {@code day} as it is to be
 */
public record TrialExtension(Timeline timeline, LocalDate ends, LocalDate day) {

    /** What comes after the trial, at the price that its plan has after all phases. */
    public Term evergreen() {
        return VersionChange.evergreen(timeline, charged());
    }

    /**
     * The timeline with the longer trial.
     *
     * @param plan of the {@link #evergreen} term
     * @param agreed where periods begin, unless that was decided otherwise since
     */
    public Timeline apply(PlanTerms plan, AnchorRule agreed) {
        var charged = charged();
        var anchor = anchor(charged.anchor(), agreed);
        var others = timeline.terms().stream()
                .filter(term -> term.from().isAfter(day))
                .dropWhile(term -> term.plan().isSameVersion(charged.plan()))
                .map(term -> anchoredLike(term, charged.anchor(), anchor))
                .toList();
        var own = timeline.terms().subList(0, timeline.terms().size() - others.size());
        var next = new PlanChange(new Timeline(own, null), charged, day)
                .apply(plan.expand(day, null, charged.quantity(), new AnchorRule.Kept(anchor)), true, true);
        var all = new ArrayList<>(trial(anchor));
        all.addAll(next.terms());
        return others.isEmpty()
                ? new Timeline(all, next.end())
                : new Timeline(
                        new Timeline(all, null)
                                .changedFrom(others.getFirst().from(), others)
                                .terms(),
                        timeline.end());
    }

    private Term charged() {
        return timeline.terms().reversed().stream()
                .filter(term -> !term.from().isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    /** Where it follows from the end of the trial it moves with that. */
    private Anchor anchor(Anchor before, AnchorRule agreed) {
        var period = before.period();
        if (!agreed.anchor(period, ends).equals(before)) {
            return before;
        }
        var moved = agreed.anchor(period, day);
        return before.hasPeriodsOf(moved) ? before : moved;
    }

    private static Term anchoredLike(Term term, Anchor before, Anchor anchor) {
        var period = term.anchor().period();
        return term.anchor().equals(before.withPeriod(period)) ? term.withAnchor(anchor.withPeriod(period)) : term;
    }

    /** What has been tried stays as it is; from the day on which it would have ended it has the periods of what follows. */
    private List<Term> trial(Anchor anchor) {
        var all = new ArrayList<Term>();
        for (var term : timeline.terms()) {
            if (term.from().isBefore(ends)) {
                all.add(term);
            } else if (term.from().isBefore(day)) {
                var before = all.getLast();
                var free = free(term, before)
                        .withAnchor(anchor.withPeriod(term.anchor().period()));
                if (!free.from(before.from()).equals(before)) {
                    all.add(free);
                }
            }
        }
        return all;
    }

    /** Days that would have been charged show what they would have cost after all phases. */
    private Term free(Term term, Term before) {
        var priced = term.plan().isSameVersion(before.plan()) ? before : VersionChange.evergreen(timeline, term);
        return priced.from(term.from()).withQuantity(term.quantity()).withMode(Mode.TRIAL);
    }
}
