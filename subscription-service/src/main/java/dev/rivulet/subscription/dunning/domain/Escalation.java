package dev.rivulet.subscription.dunning.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which steps are due of a payer in arrears: by how much is owed now and how old the oldest of it is. A part that is
 * paid makes the debt younger, and the steps wait; none is skipped, and none comes again in the same episode.
 *
 * @param steps in the order of their days
 * @param retryAfterDays pauses between tries to collect after a RETRY
 * @param tinyDebts per currency, what is left alone
 * @param stopsBilling whether who is suspended is charged nothing until it is served again
 */
public record Escalation(List<Step> steps, List<Integer> retryAfterDays, List<Money> tinyDebts, boolean stopsBilling) {

    /**
     * What to do from so many days overdue on.
     *
     * @param minimums per currency, how much must be owed; any amount where a currency is not among them
     */
    public record Step(int daysOverdue, Action action, List<Money> minimums) {}

    /**
     * A step to be taken.
     *
     * @param key what makes it the same step
     */
    public record Planned(String key, int daysOverdue, Action action, List<Money> minimums) {}

    public boolean isTiny(Money owed) {
        return isBelow(owed.minus(new Money(1, owed.currency())), tinyDebts);
    }

    /** Steps to take now, in their order. */
    public List<Planned> due(Debt debt, LocalDate today, Set<String> taken) {
        return planned().stream()
                .filter(step -> step.daysOverdue() <= debt.daysOverdue(today))
                .filter(step -> !taken.contains(step.key()))
                .filter(step -> !isBelow(debt.owed(), step.minimums()))
                .toList();
    }

    /** The days on which one may fall due of what is to be paid by some: its own, and the first on which more is owed. */
    public Stream<LocalDate> days(List<LocalDate> dueDates) {
        var ofSteps =
                dueDates.stream().flatMap(due -> planned().stream().map(step -> due.plusDays(step.daysOverdue())));
        var ofMore = dueDates.stream().sorted().skip(1).map(due -> due.plusDays(1));
        return Stream.concat(ofSteps, ofMore);
    }

    /** Every step there can be, the repeated tries among them. */
    public List<Planned> planned() {
        var planned = new TreeMap<Integer, Map<String, Planned>>();
        for (var step : steps) {
            add(planned, step, step.daysOverdue());
            if (step.action() == Action.RETRY) {
                var day = step.daysOverdue();
                for (var pause : retryAfterDays) {
                    day += pause;
                    add(planned, step, day);
                }
            }
        }
        return planned.values().stream().flatMap(day -> day.values().stream()).toList();
    }

    private static void add(TreeMap<Integer, Map<String, Planned>> planned, Step step, int day) {
        var key = step.action() + "-" + day;
        planned.computeIfAbsent(day, each -> new LinkedHashMap<>())
                .putIfAbsent(key, new Planned(key, day, step.action(), step.minimums()));
    }

    private static boolean isBelow(Money owed, List<Money> limits) {
        return limits.stream().anyMatch(limit -> limit.currency().equals(owed.currency()) && owed.compareTo(limit) < 0);
    }
}
