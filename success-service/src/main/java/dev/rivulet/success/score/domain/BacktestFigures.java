package dev.rivulet.success.score.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.figure.domain.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a backtest.
 *
 * @param decisions how often a paying customer was looked at
 * @param unscored of these, how often too little was known for a score
 * @param followed of these, how many a loss followed, alarm or not: what an alarm at random would be right in
 * @param alarms of these, how often the score was below the threshold
 * @param trueAlarms alarms that a loss followed
 * @param losses times that recurring revenue fell and an alarm could have come before
 * @param caught of these, how many an alarm came before
 * @param medianLead days from the first alarm of the horizon to the loss; null when none was caught
 * @param lost monthly recurring revenue lost, for each currency
 * @param saveable of this, what an alarm came before
 */
public record BacktestFigures(
        long decisions,
        long unscored,
        long followed,
        long alarms,
        long trueAlarms,
        long losses,
        long caught,
        @Nullable Long medianLead,
        List<Money> lost,
        List<Money> saveable) {

    /** True alarms per alarm; empty without alarms. */
    public Share precision() {
        return new Share(trueAlarms, alarms);
    }

    /** Losses caught per loss; empty without losses. */
    public Share recall() {
        return new Share(caught, losses);
    }

    /** Of all decisions: what alarms must be better than. */
    public Share baseRate() {
        return new Share(followed, decisions);
    }

    /** Adds the figures up. */
    static final class Builder {

        private long decisions;
        private long unscored;
        private long followed;
        private long alarms;
        private long trueAlarms;
        private long losses;
        private final List<Long> leads = new ArrayList<>();
        private final Map<Currency, Money> lost = byCode();
        private final Map<Currency, Money> saveable = byCode();

        private static Map<Currency, Money> byCode() {
            return new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        }

        void decision(boolean scored) {
            decisions++;
            unscored += scored ? 0 : 1;
        }

        /** @param isFollowed by a loss within the horizon */
        void judged(boolean isAlarm, boolean isFollowed) {
            followed += isFollowed ? 1 : 0;
            alarms += isAlarm ? 1 : 0;
            trueAlarms += isAlarm && isFollowed ? 1 : 0;
        }

        /** @param lead days from the alarm to the loss; empty when there was none */
        void loss(Money money, Optional<Long> lead) {
            losses++;
            lost.merge(money.currency(), money, Money::plus);
            saveable.merge(money.currency(), lead.isPresent() ? money : Money.zero(money.currency()), Money::plus);
            lead.ifPresent(leads::add);
        }

        /** Of an even number the lower of the two in the middle, which was a lead there really was. */
        BacktestFigures build() {
            var sorted = leads.stream().sorted().toList();
            return new BacktestFigures(
                    decisions,
                    unscored,
                    followed,
                    alarms,
                    trueAlarms,
                    losses,
                    sorted.size(),
                    sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2),
                    List.copyOf(lost.values()),
                    List.copyOf(saveable.values()));
        }
    }
}
