package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.PriceModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says before anybody subscribes to it: trial, then phases at their prices, then evergreen.
 *
 * @param fixedPeriods after how many whole periods it ends; null when it does not
 */
public record PlanTerms(
        PlanRef plan,
        BillingPeriod period,
        Currency currency,
        List<Component> components,
        @Nullable Money minimumCommitment,
        int trialDays,
        List<Phase> phases,
        @Nullable Integer fixedPeriods) {

    /**
     * A stage at the beginning with other prices.
     *
     * @param factor what a discount leaves of the price of every component but those of usage, 1 without one
     * @param prices instead of the plan's, by component
     */
    public record Phase(int months, int days, BigDecimal factor, Map<String, PriceModel> prices) {

        public Phase {
            prices = Map.copyOf(prices);
            if (months < 0 || days < 0 || months + days == 0 || factor.signum() < 0) {
                throw new IllegalArgumentException(
                        "a phase of " + months + " months, " + days + " days, times " + factor);
            }
        }

        public static Phase discount(int months, int days, BigDecimal percent) {
            return new Phase(months, days, BigDecimal.ONE.subtract(percent.movePointLeft(2)), Map.of());
        }

        public static Phase priced(int months, int days, Map<String, PriceModel> prices) {
            return new Phase(months, days, BigDecimal.ONE, prices);
        }

        Component apply(Component component) {
            var price = prices.get(component.key());
            var priced = price == null ? component : component.withModel(price);
            // What is used is paid for from the first day: a discount is off what recurs.
            return priced.metered() == null ? priced.times(factor) : priced;
        }
    }

    public PlanTerms {
        components = List.copyOf(components);
        phases = List.copyOf(phases);
        if (trialDays < 0 || (fixedPeriods != null && fixedPeriods < 1)) {
            throw new IllegalArgumentException(trialDays + " days of trial, " + fixedPeriods + " periods");
        }
    }

    /** The same with another trial, as somebody had it who comes from elsewhere. */
    public PlanTerms withTrial(int days) {
        return new PlanTerms(plan, period, currency, components, minimumCommitment, days, phases, fixedPeriods);
    }

    /** The same with other prices. */
    public PlanTerms withComponents(List<Component> others) {
        return new PlanTerms(plan, period, currency, others, minimumCommitment, trialDays, phases, fixedPeriods);
    }

    /**
     * The terms from a day on.
     *
     * @param trialSince the day from which the trial counts: the start of the subscription, also when the plan changes
     *     within a trial; null when there is none to have
     */
    public Timeline expand(LocalDate from, @Nullable LocalDate trialSince, long quantity, AnchorRule rule) {
        var charged = trialEnd(from, trialSince);
        return expand(from, charged, charged, quantity, rule.anchor(period, charged));
    }

    /** The same for who begins, charged from the first whole period on: what it has before that is its usage alone. */
    public Timeline expandFromWholePeriod(LocalDate from, long quantity, AnchorRule rule) {
        var charged = trialEnd(from, from);
        var anchor = rule.anchor(period, charged);
        var part = anchor.periodAt(charged);
        return expand(from, charged, part.start().equals(charged) ? charged : part.end(), quantity, anchor);
    }

    private LocalDate trialEnd(LocalDate from, @Nullable LocalDate trialSince) {
        var end = trialSince == null ? from : trialSince.plusDays(trialDays);
        return end.isAfter(from) ? end : from;
    }

    /** @param trialEnd from which it is served as a paid one, and {@code charged} from which it is charged */
    private Timeline expand(LocalDate from, LocalDate trialEnd, LocalDate charged, long quantity, Anchor anchor) {
        var terms = new ArrayList<Term>();
        if (from.isBefore(trialEnd)) {
            terms.add(term(from, Mode.TRIAL, components, quantity, anchor));
        }
        if (trialEnd.isBefore(charged)) {
            terms.add(term(trialEnd, Mode.PREPAID, components, quantity, anchor));
        }
        var start = charged;
        // Months of phases in a row are added up: month by month the 31st would become the 28th for ever.
        var base = charged;
        var months = 0;
        for (var phase : phases) {
            terms.add(term(
                    start, Mode.RUNNING, components.stream().map(phase::apply).toList(), quantity, anchor));
            months += phase.months();
            start = base.plusMonths(months).plusDays(phase.days());
            if (phase.days() > 0) {
                base = start;
                months = 0;
            }
        }
        terms.add(term(start, Mode.RUNNING, components, quantity, anchor));
        var timeline = new Timeline(terms, null);
        return fixedPeriods == null ? timeline : timeline.endedAt(end(anchor, charged, fixedPeriods));
    }

    /** Days before the first whole period come on top. */
    private static LocalDate end(Anchor anchor, LocalDate charged, int periods) {
        var k = anchor.indexAt(charged);
        return anchor.date(anchor.date(k).equals(charged) ? k + periods : k + 1 + periods);
    }

    private Term term(LocalDate from, Mode mode, List<Component> charging, long quantity, Anchor anchor) {
        return new Term(from, mode, plan, charging, quantity, anchor, currency, minimumCommitment);
    }
}
