package dev.rivulet.subscription.deal.domain;

import dev.rivulet.kit.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/**
 * What the open deals are expected to bring, and what of it by experience.
 *
 * @param steps by currency in alphabetical order, in the order of the stages
 * @param totals of each currency; currencies are never added up
 */
public record Pipeline(List<Step> steps, List<Total> totals) {

    /** Open deals of one stage and currency. */
    public record Step(DealStage stage, long deals, Money amount) {

        /** The amount times the stage's weight, rounded once. */
        public Money weighted() {
            return amount.fraction(stage.weightPercent(), 100);
        }
    }

    /** Open deals of one currency; adds up its steps, so that they can be checked against it. */
    public record Total(long deals, Money amount, Money weighted) {

        static Total none(Currency currency) {
            return new Total(0, Money.zero(currency), Money.zero(currency));
        }

        Total plus(Step step) {
            return new Total(deals + step.deals(), amount.plus(step.amount()), weighted.plus(step.weighted()));
        }
    }

    public static Pipeline of(List<Step> steps) {
        var sorted = new ArrayList<>(steps);
        sorted.sort(Comparator.comparing((Step step) -> step.amount().currency().getCurrencyCode())
                .thenComparing(Step::stage));
        var totals = new TreeMap<String, Total>();
        for (var step : sorted) {
            var currency = step.amount().currency();
            totals.put(
                    currency.getCurrencyCode(),
                    totals.getOrDefault(currency.getCurrencyCode(), Total.none(currency))
                            .plus(step));
        }
        return new Pipeline(List.copyOf(sorted), List.copyOf(totals.values()));
    }
}
