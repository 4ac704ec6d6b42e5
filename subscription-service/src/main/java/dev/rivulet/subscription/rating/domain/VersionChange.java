package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * A running subscription comes to a newer version of its plan. Trial, phases and fixed term of the new version are for
 * those who begin with it; a phase that was promised with the old one stays as it was promised, and so does a price that
 * was negotiated.
 *
 * @param version the newer one
 */
public record VersionChange(UUID planId, int version) {

    /**
     * The first day, not before another, on which a period of an older version begins; the first charged day counts as
     * such. Empty when there is none, or when the subscription ends: there is nothing to renew then.
     */
    public Optional<LocalDate> day(Timeline timeline, LocalDate earliest) {
        if (timeline.end() != null) {
            return Optional.empty();
        }
        var terms = timeline.terms();
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            var next = i + 1 == terms.size() ? null : terms.get(i + 1).from();
            if (term.mode() == Mode.TRIAL || !concerns(timeline, term) || (next != null && !next.isAfter(earliest))) {
                continue;
            }
            var begins = i == 0 || terms.get(i - 1).mode() == Mode.TRIAL;
            var day = earliest.isBefore(term.from()) ? term.from() : earliest;
            var start = begins && day.equals(term.from()) ? day : startFrom(term.anchor(), day);
            if (next == null || start.isBefore(next)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** The timeline with the new version from a day on; quantities, pauses and what other plans cost stay. */
    public Timeline apply(Timeline timeline, LocalDate day, LongFunction<PlanTerms> priced) {
        return timeline.eachFrom(
                day, term -> concerns(timeline, term) ? at(term, priced.apply(term.quantity()), day) : term);
    }

    private boolean concerns(Timeline timeline, Term term) {
        return term.plan().id().equals(planId)
                && term.plan().version() < version
                && term.components().equals(evergreen(timeline, term).components());
    }

    /** The last term of the same version: phases come before it. */
    static Term evergreen(Timeline timeline, Term term) {
        return timeline.terms().reversed().stream()
                .filter(each -> each.plan().isSameVersion(term.plan()))
                .findFirst()
                .orElse(term);
    }

    private static LocalDate startFrom(Anchor anchor, LocalDate day) {
        var period = anchor.periodAt(day);
        return period.start().equals(day) ? day : period.end();
    }

    private static Term at(Term term, PlanTerms terms, LocalDate day) {
        return new Term(
                term.from(),
                term.mode(),
                terms.plan(),
                terms.components().stream()
                        .map(component -> negotiated(component, term))
                        .toList(),
                term.quantity(),
                anchor(term.anchor(), terms.period(), day),
                terms.currency(),
                terms.minimumCommitment());
    }

    private static Component negotiated(Component component, Term before) {
        return before.components().stream()
                .filter(each -> each.negotiated() && each.key().equals(component.key()))
                .findFirst()
                .map(each -> component.negotiated(each.model()))
                .orElse(component);
    }

    /** Periods of another length begin with the change, those of the same where they always did. */
    private static Anchor anchor(Anchor anchor, BillingPeriod period, LocalDate day) {
        if (anchor.period() == period) {
            return anchor;
        }
        return anchor.period().months() == 0
                        || period.months() == 0
                        || !anchor.periodAt(day).start().equals(day)
                ? Anchor.anniversary(period, day)
                : new Anchor(period, day, anchor.day());
    }
}
