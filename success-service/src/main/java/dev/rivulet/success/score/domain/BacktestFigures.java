package dev.rivulet.success.score.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        long alarms,
        long trueAlarms,
        long losses,
        long caught,
        @Nullable Long medianLead,
        List<Money> lost,
        List<Money> saveable) {

    /** True alarms per alarm, four decimals; null without alarms. */
    public @Nullable BigDecimal precision() {
        return share(trueAlarms, alarms);
    }

    /** Losses caught per loss, four decimals; null without losses. */
    public @Nullable BigDecimal recall() {
        return share(caught, losses);
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    /** Adds the figures up. */
    static final class Builder {

        private long decisions;
        private long unscored;
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

        void alarm(boolean isTrue) {
            alarms++;
            trueAlarms += isTrue ? 1 : 0;
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
