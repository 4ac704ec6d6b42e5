package dev.rivulet.success.score.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a model would have told of customers that then left or bought less. On every decision day each paying customer
 * is scored by what was known on that day and no later; a score below the threshold is an alarm. An alarm was true when
 * a loss followed within the horizon; a loss was caught when an alarm came before it within the horizon.
 */
public final class Backtest {

    private final ScoreModel model;
    private final Trial trial;
    private final BacktestFigures.Builder figures = new BacktestFigures.Builder();

    public Backtest(ScoreModel model, Trial trial) {
        this.model = model;
        this.trial = trial;
    }

    /**
     * How a model is tried.
     *
     * @param first first decision day
     * @param last no decision day is later
     * @param step days from one decision day to the next
     * @param horizon days in which a loss counts after a decision
     * @param below a score below this is an alarm
     */
    public record Trial(LocalDate first, LocalDate last, int step, int horizon, BigDecimal below) {

        public Trial {
            if (step < 1 || horizon < 1) {
                throw new IllegalArgumentException("step and horizon must be positive: " + step + ", " + horizon);
            }
        }
    }

    private record Loss(LocalDate day, Money money) {}

    private record Decision(LocalDate day, boolean alarm) {}

    /** @param moments of one customer, in the order of their days; of several on one day the last holds */
    public void add(List<Moment> moments) {
        var byDay = new TreeMap<LocalDate, Moment>();
        moments.forEach(moment -> byDay.put(moment.day(), moment));
        var losses = losses(List.copyOf(byDay.values()));
        var decisions = decisions(byDay);
        for (var decision : decisions) {
            figures.judged(decision.alarm(), losses.stream().anyMatch(loss -> follows(loss, decision)));
        }
        for (var loss : losses) {
            var before = decisions.stream()
                    .filter(decision -> follows(loss, decision))
                    .toList();
            if (!before.isEmpty()) {
                figures.loss(
                        loss.money(),
                        before.stream()
                                .filter(Decision::alarm)
                                .findFirst()
                                .map(decision ->
                                        loss.day().toEpochDay() - decision.day().toEpochDay()));
            }
        }
    }

    public BacktestFigures figures() {
        return figures.build();
    }

    private boolean follows(Loss loss, Decision decision) {
        return loss.day().isAfter(decision.day())
                && !loss.day().isAfter(decision.day().plusDays(trial.horizon()));
    }

    private List<Decision> decisions(NavigableMap<LocalDate, Moment> byDay) {
        var decisions = new ArrayList<Decision>();
        for (var day = trial.first(); !day.isAfter(trial.last()); day = day.plusDays(trial.step())) {
            var known = byDay.floorEntry(day);
            if (known == null || !known.getValue().pays()) {
                continue;
            }
            var score = model.score(known.getValue().inputsOn(day)).score();
            figures.decision(score != null);
            decisions.add(new Decision(day, score != null && score.compareTo(trial.below()) < 0));
        }
        return decisions;
    }

    private static List<Loss> losses(List<Moment> moments) {
        var losses = new ArrayList<Loss>();
        for (var i = 1; i < moments.size(); i++) {
            var before = moments.get(i - 1).mrr();
            var after = moments.get(i).mrr();
            if (before != null
                    && after != null
                    && before.currency().equals(after.currency())
                    && after.minor() < before.minor()) {
                losses.add(new Loss(moments.get(i).day(), before.minus(after)));
            }
        }
        return losses;
    }
}
