package dev.rivulet.success.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRevenueTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @Test
    void shouldCountAnAccountInTheMonthOfItsFirstRevenue() {
        var cells = AccountRevenue.contribution(List.of(
                moved("2025-01-31", MovementKind.NEW, 100),
                moved("2025-03-10", MovementKind.EXPANSION, 50),
                moved("2025-04-02", MovementKind.CHURN, -150)));

        assertThat(cells.keySet()).extracting(Cell::start).containsOnly(JANUARY);
        assertThat(figures(cells, "2025-01"))
                .isEqualTo(Map.of(
                        "JOINED", 1L, "BASE", 100L, "ACTIVE", 1L, "MRR", 100L, "KEPT", 100L, "GAINED_NEW", 100L));
        assertThat(figures(cells, "2025-03")).isEqualTo(Map.of("MRR", 50L, "EXPANSION", 50L, "GROWN", 50L));
        assertThat(figures(cells, "2025-06")).isEqualTo(Map.of("LOST_QUARTER", 1L, "SHRUNK_QUARTER", 150L));
        assertThat(cells).doesNotContainKey(new Cell(JANUARY, YearMonth.of(2025, 12)));
        assertThat(figures(cells, "2025-04"))
                .isEqualTo(
                        Map.of("ACTIVE", -1L, "MRR", -150L, "KEPT", -100L, "LOST", 1L, "SHRUNK", 150L, "CHURN", -150L));
    }

    @Test
    void shouldNotOverlookACustomerWhoLeavesInTheMonthItCame() {
        var cells = AccountRevenue.contribution(
                List.of(moved("2025-01-03", MovementKind.NEW, 100), moved("2025-01-20", MovementKind.CHURN, -100)));
        assertThat(figures(cells, "2025-01"))
                .isEqualTo(Map.of("JOINED", 1L, "FLEETING", 1L, "BASE", 100L, "GAINED_NEW", 100L, "CHURN", -100L));
    }

    @Test
    void shouldNotLoseACustomerWhoComesBackInTheMonthItLeft() {
        var cells = AccountRevenue.contribution(List.of(
                moved("2025-01-03", MovementKind.NEW, 100),
                moved("2025-02-10", MovementKind.CHURN, -100),
                moved("2025-02-20", MovementKind.REACTIVATION, 80)));
        assertThat(figures(cells, "2025-02"))
                .isEqualTo(Map.of(
                        "RETURNED",
                        1L,
                        "FLEETING",
                        1L,
                        "MRR",
                        -20L,
                        "KEPT",
                        -20L,
                        "SHRUNK",
                        20L,
                        "CHURN",
                        -100L,
                        "REACTIVATION",
                        80L));
    }

    @Test
    void shouldKeepWhatWasReportedBesideWhatIsKnown() {
        var late = new Movement(
                UUID.randomUUID(),
                LocalDate.parse("2025-02-10"),
                MovementKind.CHURN,
                -100,
                Instant.parse("2025-04-05T00:00:00Z"));
        var cells = AccountRevenue.contribution(List.of(moved("2025-01-03", MovementKind.NEW, 100), late));
        var levels = levels(cells, JANUARY);

        assertThat(late.isLate()).isTrue();
        // Gone since February, but February and March were reported with it; April never was.
        for (var age = 0; age < 4; age++) {
            assertThat(levels.stock(Figure.ACTIVE, age)).as("known at " + age).isEqualTo(age < 1 ? 1 : 0);
            assertThat(levels.reportedStock(Figure.ACTIVE, age))
                    .as("reported at " + age)
                    .isEqualTo(age < 3 ? 1 : 0);
            assertThat(levels.reportedStock(Figure.MRR, age)).isEqualTo(age < 3 ? 100 : 0);
        }
        assertThat(levels.flow(Figure.CHURN, 1)).isEqualTo(-100);
        assertThat(levels.reportedFlow(Figure.CHURN, 1)).isZero();
    }

    @Test
    void shouldKnowWhatBecameKnownBeforeTheMonthWasOverEverywhere() {
        var close = MonthClose.closesAt(JANUARY);
        assertThat(close).isEqualTo(Instant.parse("2025-02-01T12:00:00Z"));
        assertThat(MonthClose.lastClosed(close)).isEqualTo(JANUARY);
        assertThat(MonthClose.lastClosed(close.minusMillis(1))).isEqualTo(JANUARY.minusMonths(1));
    }

    /** Movements of many accounts, some late, in any order: the sums are what counting day by day makes of them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAgreeWithCounting(long seed) {
        var random = new Random(seed);
        var accounts = new ArrayList<List<Movement>>();
        var sums = new TreeMap<Cell, Figures>();
        for (var i = 0; i < 60; i++) {
            var movements = story(random);
            accounts.add(movements);
            var shuffled = new ArrayList<>(movements);
            Collections.shuffle(shuffled, random);
            AccountRevenue.contribution(shuffled).forEach((cell, figures) -> sums.merge(cell, figures, Figures::plus));
        }
        for (var start = 0; start < 12; start++) {
            var levels = levels(sums, JANUARY.plusMonths(start));
            for (var age = 0; age < 24; age++) {
                var month = JANUARY.plusMonths(start + age);
                check("known", seed, accounts, JANUARY.plusMonths(start), month, levels, age, Instant.MAX);
                check(
                        "reported",
                        seed,
                        accounts,
                        JANUARY.plusMonths(start),
                        month,
                        levels,
                        age,
                        MonthClose.closesAt(month));
            }
        }
    }

    private static void check(
            String what,
            long seed,
            List<List<Movement>> accounts,
            YearMonth start,
            YearMonth month,
            Levels levels,
            int age,
            Instant known) {
        long joined = 0,
                active = 0,
                mrr = 0,
                kept = 0,
                lost = 0,
                returned = 0,
                fleeting = 0,
                shrunk = 0,
                grown = 0,
                churn = 0;
        for (var account : accounts) {
            var then =
                    account.stream().filter(m -> !m.recordedAt().isAfter(known)).toList();
            var days = then.stream().map(Movement::on).sorted().toList();
            var begun = days.stream().filter(day -> sum(then, day) > 0).findFirst();
            // An account of which only losses are known yet belongs to the month of the first, and has not joined.
            if (days.isEmpty()
                    || !YearMonth.from(begun.orElse(days.getFirst())).equals(start)
                    || start.isAfter(month)) {
                continue;
            }
            var before = sum(then, month.atDay(1).minusDays(1));
            var after = sum(then, month.atEndOfMonth());
            joined += begun.isPresent() ? 1 : 0;
            active += after > 0 ? 1 : 0;
            mrr += after;
            kept += begun.isPresent() ? Math.min(sum(then, begun.get()), Math.max(0, after)) : 0;
            lost += before > 0 && after <= 0 ? 1 : 0;
            var changes = month.atDay(1)
                    .datesUntil(month.plusMonths(1).atDay(1))
                    .map(day -> Long.compare(Math.max(0, sum(then, day)), 0)
                            - Long.compare(Math.max(0, sum(then, day.minusDays(1))), 0))
                    .toList();
            returned += changes.stream().filter(change -> change > 0).count()
                    - (begun.isPresent() && start.equals(month) ? 1 : 0);
            fleeting += changes.stream().filter(change -> change < 0).count() - (before > 0 && after <= 0 ? 1 : 0);
            shrunk += Math.max(0, Math.max(0, before) - Math.max(0, after));
            grown += before > 0 ? Math.max(0, after - before) : 0;
            churn += then.stream()
                    .filter(m -> m.kind() == MovementKind.CHURN && m.month().equals(month))
                    .mapToLong(Movement::minor)
                    .sum();
        }
        var reported = what.equals("reported");
        var as = what + " of " + start + " at " + age + ", seed " + seed;
        assertThat(stock(levels, Figure.JOINED, age, reported)).as(as).isEqualTo(joined);
        assertThat(stock(levels, Figure.ACTIVE, age, reported)).as(as).isEqualTo(active);
        assertThat(stock(levels, Figure.MRR, age, reported)).as(as).isEqualTo(mrr);
        assertThat(stock(levels, Figure.KEPT, age, reported)).as(as).isEqualTo(kept);
        assertThat(flow(levels, Figure.LOST, age, reported)).as(as).isEqualTo(lost);
        assertThat(flow(levels, Figure.RETURNED, age, reported)).as(as).isEqualTo(returned);
        assertThat(flow(levels, Figure.FLEETING, age, reported)).as(as).isEqualTo(fleeting);
        assertThat(flow(levels, Figure.SHRUNK, age, reported)).as(as).isEqualTo(shrunk);
        assertThat(flow(levels, Figure.GROWN, age, reported)).as(as).isEqualTo(grown);
        assertThat(flow(levels, Figure.CHURN, age, reported)).as(as).isEqualTo(churn);
    }

    /** What a period took and gave of all its accounts, whenever they started. */
    @ParameterizedTest
    @EnumSource(Period.class)
    void shouldAgreeWithCountingOverPeriods(Period period) {
        var random = new Random(9);
        var accounts = new ArrayList<List<Movement>>();
        var sums = new TreeMap<YearMonth, Figures>();
        for (var i = 0; i < 60; i++) {
            accounts.add(story(random));
            AccountRevenue.contribution(accounts.getLast())
                    .forEach((cell, figures) -> sums.merge(cell.month(), figures, Figures::plus));
        }
        for (var last = period.last(JANUARY);
                last.isBefore(JANUARY.plusYears(3));
                last = last.plusMonths(period.months)) {
            long lost = 0, shrunk = 0, grown = 0;
            for (var account : accounts) {
                var before = sum(account, period.first(last).atDay(1).minusDays(1));
                var after = sum(account, last.atEndOfMonth());
                lost += before > 0 && after == 0 ? 1 : 0;
                shrunk += Math.max(0, before - after);
                grown += before > 0 ? Math.max(0, after - before) : 0;
            }
            var figures = sums.getOrDefault(last, Figures.NONE);
            assertThat(figures.get(period.lost)).as("lost by %s", last).isEqualTo(lost);
            assertThat(figures.get(period.shrunk)).as("shrunk by %s", last).isEqualTo(shrunk);
            assertThat(figures.get(period.grown)).as("grown by %s", last).isEqualTo(grown);
        }
    }

    private static long stock(Levels levels, Figure figure, int age, boolean reported) {
        return reported ? levels.reportedStock(figure, age) : levels.stock(figure, age);
    }

    private static long flow(Levels levels, Figure figure, int age, boolean reported) {
        return reported ? levels.reportedFlow(figure, age) : levels.flow(figure, age);
    }

    private static long sum(List<Movement> movements, LocalDate day) {
        return movements.stream()
                .filter(movement -> !movement.on().isAfter(day))
                .mapToLong(Movement::minor)
                .sum();
    }

    /** A customer that comes, changes, may go and may come back; now and then something is known months later. */
    private static List<Movement> story(Random random) {
        var movements = new ArrayList<Movement>();
        var day = JANUARY.atDay(1).plusDays(random.nextInt(300));
        var level = 0L;
        while (day.isBefore(JANUARY.plusMonths(20).atDay(1))) {
            var next = level == 0
                    ? 100 * (1 + random.nextInt(9))
                    : random.nextInt(4) == 0 ? 0 : 100L * (1 + random.nextInt(9));
            if (next != level) {
                var kind = level == 0
                        ? (movements.isEmpty() ? MovementKind.NEW : MovementKind.REACTIVATION)
                        : next == 0
                                ? MovementKind.CHURN
                                : next > level ? MovementKind.EXPANSION : MovementKind.CONTRACTION;
                var known = random.nextInt(5) == 0 ? day.plusDays(random.nextInt(120)) : day;
                movements.add(new Movement(
                        new UUID(random.nextLong(), random.nextLong()),
                        day,
                        kind,
                        next - level,
                        known.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC)));
                level = next;
            }
            day = day.plusDays(1 + random.nextInt(90));
        }
        return movements;
    }

    private static Levels levels(Map<Cell, Figures> cells, YearMonth start) {
        var byAge = new TreeMap<Integer, Figures>();
        cells.forEach((cell, figures) -> {
            if (cell.start().equals(start)) {
                byAge.put((int) start.until(cell.month(), ChronoUnit.MONTHS), figures);
            }
        });
        return Levels.of(byAge);
    }

    private static Map<String, Long> figures(Map<Cell, Figures> cells, String month) {
        var shown = new TreeMap<String, Long>();
        var figures = cells.get(new Cell(JANUARY, YearMonth.parse(month)));
        for (var figure : Figure.values()) {
            if (figures.get(figure) != 0) {
                shown.put(figure.name(), figures.get(figure));
            }
        }
        return shown;
    }

    private static Movement moved(String day, MovementKind kind, long minor) {
        var on = LocalDate.parse(day);
        return new Movement(
                UUID.randomUUID(), on, kind, minor, on.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
