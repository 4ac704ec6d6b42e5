package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The same life the slow way: for every single day what holds on it. It costs what runs of equal days within one period
 * cost; nothing is remembered of what was charged before.
 */
class DayByDay {

    /** Days of one period that a component is priced for together. */
    private static final class Run {
        private final Term term;
        private final Component component;
        private final LocalDate from;
        private LocalDate to;
        private final Period period;

        private Run(Term term, Component component, LocalDate from, Period period) {
            this.term = term;
            this.component = component;
            this.from = from;
            this.to = from.plusDays(1);
            this.period = period;
        }

        LocalDate dueOn() {
            return component.metered() != null || component.timing() == Timing.IN_ARREARS ? to : from;
        }

        long days() {
            return ChronoUnit.DAYS.between(from, to);
        }
    }

    private final LocalDate start;
    private final List<Term> days;
    private LocalDate end;
    private final Map<Anchor, TreeMap<LocalDate, LocalDate>> periods = new HashMap<>();

    DayByDay(LocalDate start, LocalDate horizon) {
        this.start = start;
        this.days = new ArrayList<>(Collections.nCopies((int) ChronoUnit.DAYS.between(start, horizon), null));
    }

    void from(Term term) {
        eachFrom(term.from(), was -> term);
    }

    void eachFrom(LocalDate day, UnaryOperator<Term> change) {
        var first = (int) ChronoUnit.DAYS.between(start, day);
        for (var i = first; i < days.size(); ) {
            var was = days.get(i);
            var becomes = change.apply(was);
            for (; i < days.size() && days.get(i) == was; i++) {
                days.set(i, becomes);
            }
        }
    }

    /** Another quantity, which days of the period that runs, as far as they are paid for, are not charged for. */
    void paidFrom(LocalDate day, long quantity) {
        var first = (int) ChronoUnit.DAYS.between(start, day);
        var before = first == 0 ? null : days.get(first - 1);
        eachFrom(day, t -> t.withQuantity(quantity));
        var was = before;
        for (var i = first; i < days.size() && isPaidWith(before, days.get(i)); i++) {
            var at = start.plusDays(i);
            var term = days.get(i);
            // What ran on what was bought before is charged for itself from here on, as where a period begins.
            if ((was.mode() == Mode.PREPAID && term.mode() == Mode.RUNNING)
                    || periodOf(before.anchor(), at).start().equals(at)) {
                break;
            }
            was = term;
            var paid = term.withMode(Mode.PREPAID);
            days.set(i, i > first && paid.equals(days.get(i - 1)) ? days.get(i - 1) : paid);
        }
    }

    private static boolean isPaidWith(Term before, Term term) {
        return before != null
                && Stream.of(before, term).allMatch(t -> t.mode() == Mode.RUNNING || t.mode() == Mode.PREPAID)
                && before.plan().equals(term.plan())
                && before.components().equals(term.components())
                && before.anchor().equals(term.anchor());
    }

    void endAt(LocalDate day) {
        end = day;
    }

    static Reading read(Span span) {
        return used(span.usageDays().start(), span.usageDays().end());
    }

    private static Reading used(LocalDate from, LocalDate to) {
        var quantity =
                from.datesUntil(to).mapToLong(day -> day.toEpochDay() * 7 % 5).sum();
        return new Reading(BigDecimal.valueOf(quantity), Math.min(quantity, 1));
    }

    /** What is due up to a day, by component, as far as it costs anything. */
    Map<String, Money> cost(LocalDate through) {
        var cost = new HashMap<String, Money>();
        var runs = runs(through);
        for (var run : runs) {
            if (!run.dueOn().isAfter(through)) {
                cost.merge(run.component.key(), price(run), Money::plus);
                cost.merge(run.component.key(), dayOfEnd(run), Money::plus);
            }
        }
        if (start.equals(end) && !end.isAfter(through)) {
            Optional.ofNullable(component(days.getFirst(), "use"))
                    .ifPresent(component -> cost.merge("use", usedOn(component, start), Money::plus));
        }
        for (var run : runs(List.of("commitment"), through)) {
            if (run.to.isAfter(through)) {
                continue;
            }
            var least = prorated(run.term.minimumCommitment().decimal(), run);
            var sum = runs.stream()
                    .filter(r -> !r.from.isBefore(run.from) && !r.to.isAfter(run.to))
                    .filter(r -> r.term.anchor().equals(run.term.anchor()))
                    .map(this::price)
                    .reduce(Money.zero(Life.EUR), Money::plus);
            if (least.compareTo(sum) > 0) {
                cost.merge("commitment", least.minus(sum), Money::plus);
            }
        }
        cost.values().removeIf(Money::isZero);
        return cost;
    }

    /** The days, with the component, that fees due up to a day are for. */
    List<String> covered(LocalDate through) {
        return runs(through).stream()
                .filter(r -> !r.dueOn().isAfter(through) && r.component.metered() == null)
                .filter(r -> full(r).compareTo(BigDecimal.TEN) > 0)
                .flatMap(r -> r.from.datesUntil(r.to).map(d -> d + " " + r.component.key()))
                .sorted()
                .toList();
    }

    private BigDecimal full(Run run) {
        var component = run.component;
        var sum = BigDecimal.ZERO;
        for (var step : component.model().rate(BigDecimal.valueOf(run.term.quantity()), 0)) {
            sum = sum.add(step.amount());
        }
        return sum.multiply(component.factor());
    }

    private Money price(Run run) {
        var component = run.component;
        if (component.metered() == null) {
            return prorated(full(run), run);
        }
        var isStopped = stopsAt(run.to) && run.to.isBefore(run.period.end());
        var price = used(component, run.from, isStopped ? run.to.plusDays(1) : run.to);
        var minimum = component.minimumCharge();
        if (minimum != null) {
            var least = prorated(minimum.multiply(component.factor()), run);
            return least.compareTo(price) > 0 ? least : price;
        }
        return price;
    }

    /** Usage of the day on which a period would begin, had it not stopped: no day of the period is paid for. */
    private Money dayOfEnd(Run run) {
        return run.component.metered() != null && stopsAt(run.to) && run.to.equals(run.period.end())
                ? usedOn(run.component, run.to)
                : Money.zero(Life.EUR);
    }

    private Money usedOn(Component component, LocalDate day) {
        var isNothing = used(day, day.plusDays(1)).events() == 0;
        return isNothing ? Money.zero(Life.EUR) : used(component, day, day.plusDays(1));
    }

    private boolean stopsAt(LocalDate day) {
        var i = (int) ChronoUnit.DAYS.between(start, day);
        return day.equals(end) || (i < days.size() && days.get(i).mode() == Mode.PAUSED);
    }

    private static Money used(Component component, LocalDate from, LocalDate to) {
        var reading = used(from, to);
        var sum = BigDecimal.ZERO;
        for (var step : component.model().rate(reading.quantity(), reading.events())) {
            sum = sum.add(step.amount());
        }
        return Money.round(sum.multiply(component.factor()), Life.EUR);
    }

    private static Money prorated(BigDecimal full, Run run) {
        return Money.round(
                full.multiply(BigDecimal.valueOf(run.days())), BigDecimal.valueOf(run.period.days()), Life.EUR);
    }

    private List<Run> runs(LocalDate through) {
        return runs(List.of("base", "seats", "use"), through);
    }

    private List<Run> runs(List<String> keys, LocalDate through) {
        var runs = new ArrayList<Run>();
        // No period that began by then is longer.
        var known = Math.min(days.size(), (int) ChronoUnit.DAYS.between(start, through) + 370);
        for (var key : keys) {
            Run open = null;
            Component component = null;
            Term before = null;
            Term paid = null;
            var day = start;
            for (var i = 0; i < known; i++, day = day.plusDays(1)) {
                var served = days.get(i);
                if (served == null || served.mode() != Mode.PREPAID) {
                    paid = served;
                }
                // What was bought before is paid for, and usage as it is.
                var term = key.equals("use") ? served : paid;
                if (i == 0 || term != before) {
                    component = component(term, key);
                }
                if (end != null && !day.isBefore(end)) {
                    component = null;
                }
                if (open != null
                        && component != null
                        && day.isBefore(open.period.end())
                        && (term == before || isSame(open, term, component))
                        && (key.equals("use") || !beginsAnew(i))) {
                    open.to = day.plusDays(1);
                } else {
                    if (open != null) {
                        runs.add(open);
                    }
                    open = component == null ? null : begun(term, component, day);
                }
                before = term;
            }
            if (open != null) {
                runs.add(open);
            }
        }
        return runs;
    }

    /** What ran on what was bought before is charged for itself from here on. */
    private boolean beginsAnew(int i) {
        return i > 0 && days.get(i - 1).mode() == Mode.PREPAID && days.get(i).mode() != Mode.PREPAID;
    }

    private static Component component(Term term, String key) {
        if (term == null || !List.of(Mode.RUNNING, Mode.WAIVED, Mode.PREPAID).contains(term.mode())) {
            return null;
        }
        if (term.mode() == Mode.WAIVED) {
            return term.components().stream()
                    .filter(c -> c.key().equals(key))
                    .filter(c -> c.metered() != null || c.timing() == Timing.IN_ARREARS)
                    .findFirst()
                    .orElse(null);
        }
        if (key.equals("commitment")) {
            return term.minimumCommitment() == null
                    ? null
                    : Component.of("x", "", new FlatPrice(BigDecimal.ONE), Timing.IN_ARREARS);
        }
        return term.components().stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(Run open, Term term, Component component) {
        var isQuantityPriced = component.model() instanceof UnitPrice;
        return component.equals(open.component)
                && term.plan().equals(open.term.plan())
                && term.anchor().equals(open.term.anchor())
                && (!isQuantityPriced || term.quantity() == open.term.quantity());
    }

    /** The period of a day, found by looking through all of them. */
    private Run begun(Term term, Component component, LocalDate day) {
        return new Run(term, component, day, periodOf(term.anchor(), day));
    }

    private Period periodOf(Anchor anchor, LocalDate day) {
        var period = periods.computeIfAbsent(anchor, this::allPeriods).floorEntry(day);
        return new Period(period.getKey(), period.getValue());
    }

    private TreeMap<LocalDate, LocalDate> allPeriods(Anchor anchor) {
        var first = anchor.first();
        var starts = new ArrayList<LocalDate>();
        // An anchor lies up to some years before the life or within it.
        var days = ChronoUnit.DAYS.between(anchor.date(0), anchor.date(1));
        for (var k = -2000 / days; k < 4200 / days; k++) {
            starts.add(
                    switch (anchor.period()) {
                        case DAY -> first.plusDays(k);
                        case WEEK -> first.plusWeeks(k);
                        case MONTH -> onDay(first.withDayOfMonth(1).plusMonths(k), anchor.day());
                        case QUARTER -> onDay(first.withDayOfMonth(1).plusMonths(3L * k), anchor.day());
                        case HALF_YEAR -> onDay(first.withDayOfMonth(1).plusMonths(6L * k), anchor.day());
                        case YEAR -> onDay(first.withDayOfMonth(1).plusYears(k), anchor.day());
                    });
        }
        var all = new TreeMap<LocalDate, LocalDate>();
        for (var i = 1; i < starts.size(); i++) {
            all.put(starts.get(i - 1), starts.get(i));
        }
        return all;
    }

    private static LocalDate onDay(LocalDate month, int day) {
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
}
