package dev.rivulet.success.usage.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Usage retention: of those who start in a period, how many use the product again so many periods later, whatever they
 * did in between. By the rule everybody starts in each period of theirs or in their first one only.
 *
 * @param active a row for each period, oldest first: those who start in it, then those of them who are back in each span,
 *     as far as it has ended; rows get shorter, because what has not happened yet is not zero
 */
public record UsageRetention(List<List<Long>> active) {

    /** The most periods there is a bit for. */
    public static final int MOST = 62;

    private static final int DECIMALS = 4;
    /** Of shares a mean is made of, so that it is rounded once. */
    private static final int PRECISE = 30;

    /**
     * Those who started, and were back, in the same periods.
     *
     * @param starts a bit for each, the oldest the lowest
     * @param returns the same of coming back
     */
    public record Pattern(long starts, long returns, long count) {

        /** Whatever is used is a start, and coming back. */
        public Pattern(long periods, long count) {
            this(periods, periods, count);
        }
    }

    public static UsageRetention of(Collection<Pattern> patterns, int periods, Rule rule) {
        if (periods < 1 || periods > MOST) {
            throw new IllegalArgumentException("periods: " + periods);
        }
        var spans = rule.spans();
        var counts = new long[periods][spans.size()];
        for (var pattern : patterns) {
            var starts = rule.firstOnly() ? Long.lowestOneBit(pattern.starts()) : pattern.starts();
            for (var first = 0; first < periods; first++) {
                if (((starts >> first) & 1) == 1) {
                    counts[first][0] += pattern.count();
                    for (var span = 1; span < spans.size(); span++) {
                        var from = first + spans.get(span).from();
                        var to = rule.orAfter()
                                ? periods - 1
                                : first + spans.get(span).to();
                        counts[first][span] += isAny(pattern.returns(), from, to) ? pattern.count() : 0;
                    }
                }
            }
        }
        var rows = new ArrayList<List<Long>>();
        for (var first = 0; first < periods; first++) {
            var row = new ArrayList<Long>();
            for (var span = 0; span < spans.size() && first + spans.get(span).to() < periods; span++) {
                row.add(counts[first][span]);
            }
            rows.add(List.copyOf(row));
        }
        return new UsageRetention(List.copyOf(rows));
    }

    private static boolean isAny(long periods, int from, int to) {
        if (from >= MOST) {
            return false;
        }
        var length = Math.min(to, MOST) - from + 1;
        return ((periods >> from) & ((1L << length) - 1)) != 0;
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
        for (var age = 0; age < active.getFirst().size(); age++) {
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
        for (var age = 0; age < active.getFirst().size(); age++) {
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
