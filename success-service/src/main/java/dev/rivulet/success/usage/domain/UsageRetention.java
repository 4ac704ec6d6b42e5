package dev.rivulet.success.usage.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recurring usage retention: of those active in a period, how many are active again so many periods later, whatever they
 * did in between. Everybody counts in each period of theirs, not only in the first.
 *
 * @param active a row for each period, oldest first: those active in it, then those of them active one period later, and
 *     so on as far as periods have ended; rows get shorter, because what has not happened yet is not zero
 */
public record UsageRetention(List<List<Long>> active) {

    /** The most periods there is a bit for. */
    public static final int MOST = 62;

    private static final int DECIMALS = 4;
    /** Of shares a mean is made of, so that it is rounded once. */
    private static final int PRECISE = 30;

    /**
     * Those who were active in the same periods.
     *
     * @param periods a bit for each, the oldest the lowest
     */
    public record Pattern(long periods, long count) {}

    public static UsageRetention of(Collection<Pattern> patterns, int periods) {
        if (periods < 1 || periods > MOST) {
            throw new IllegalArgumentException("periods: " + periods);
        }
        var counts = new long[periods][periods];
        for (var pattern : patterns) {
            for (var first = 0; first < periods; first++) {
                if (isActive(pattern, first)) {
                    for (var later = first; later < periods; later++) {
                        counts[first][later - first] += isActive(pattern, later) ? pattern.count() : 0;
                    }
                }
            }
        }
        var rows = new ArrayList<List<Long>>();
        for (var first = 0; first < periods; first++) {
            var row = new ArrayList<Long>();
            for (var age = 0; age < periods - first; age++) {
                row.add(counts[first][age]);
            }
            rows.add(List.copyOf(row));
        }
        return new UsageRetention(List.copyOf(rows));
    }

    private static boolean isActive(Pattern pattern, int period) {
        return (pattern.periods() >> period & 1) == 1;
    }

    /** The rows as shares of those active at first, four decimals; a row of a period without anybody is empty. */
    public List<List<BigDecimal>> shares() {
        return shares(DECIMALS);
    }

    private List<List<BigDecimal>> shares(int decimals) {
        return active.stream()
                .map(row -> row.getFirst() == 0
                        ? List.<BigDecimal>of()
                        : row.stream()
                                .map(count -> BigDecimal.valueOf(count)
                                        .divide(BigDecimal.valueOf(row.getFirst()), decimals, RoundingMode.HALF_UP))
                                .toList())
                .toList();
    }

    /** The mean share at each age over the periods that have reached it and had anybody; null where none has. */
    public List<@Nullable BigDecimal> means() {
        var shares = shares(PRECISE);
        var means = new ArrayList<@Nullable BigDecimal>();
        for (var age = 0; age < active.size(); age++) {
            var reached = new ArrayList<BigDecimal>();
            for (var row : shares) {
                if (row.size() > age) {
                    reached.add(row.get(age));
                }
            }
            means.add(mean(reached));
        }
        return means;
    }

    /**
     * Of all those active in the periods that have reached an age, how many are active again, four decimals: the mean
     * share, each weighted by the number of those active at first, as Mixpanel has it and PostHog on request. Null where
     * there was nobody.
     */
    public List<@Nullable BigDecimal> weightedMeans() {
        var means = new ArrayList<@Nullable BigDecimal>();
        for (var age = 0; age < active.size(); age++) {
            var first = 0L;
            var later = 0L;
            for (var row : active) {
                if (row.size() > age) {
                    first += row.getFirst();
                    later += row.get(age);
                }
            }
            means.add(
                    first == 0
                            ? null
                            : BigDecimal.valueOf(later)
                                    .divide(BigDecimal.valueOf(first), DECIMALS, RoundingMode.HALF_UP));
        }
        return means;
    }

    /** The plain mean, four decimals: a cohort nobody of which came back counts as the 0 it is. */
    public static @Nullable BigDecimal mean(List<BigDecimal> cohorts) {
        return cohorts.isEmpty()
                ? null
                : cohorts.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(cohorts.size()), DECIMALS, RoundingMode.HALF_UP);
    }
}
