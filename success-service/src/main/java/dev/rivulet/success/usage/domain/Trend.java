package dev.rivulet.success.usage.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer uses more or less than before: the 28 days to today against the 28 before them, each as four whole
 * weeks, so that weekends weigh the same. What is compared is user-days (one user active on one day) a week, because
 * quantities of different metrics do not add up and one script must not look like a crowd; of the four weeks the median,
 * the mean of the middle two, so that one week of holidays or of training does not make a trend.
 *
 * @param last median user-days a week of the last four weeks
 * @param before the same of the four before
 * @param change last / before − 1, four decimals; null where there is too little to say
 * @param reason why there is none: no-usage, history-too-short or too-little-usage
 */
public record Trend(
        BigDecimal last,
        BigDecimal before,
        @Nullable BigDecimal change,
        @Nullable String reason) {

    /** Weeks of each side. */
    public static final int WEEKS = 4;

    /** Days of both sides together. */
    public static final int DAYS = 2 * WEEKS * 7;

    /** User-days a week below which a single user's habits would be the trend. */
    private static final BigDecimal ENOUGH = BigDecimal.valueOf(5);

    /**
     * The trend of eight weeks.
     *
     * @param weeks user-days of each, oldest first
     * @param since first day the customer ever used anything, null if it never did
     */
    public static Trend of(int[] weeks, @Nullable LocalDate since, LocalDate today) {
        if (weeks.length != 2 * WEEKS) {
            throw new IllegalArgumentException("weeks: " + weeks.length);
        }
        var before = median(Arrays.copyOfRange(weeks, 0, WEEKS));
        var last = median(Arrays.copyOfRange(weeks, WEEKS, 2 * WEEKS));
        if (since == null || since.isAfter(today)) {
            return new Trend(last, before, null, "no-usage");
        }
        if (since.isAfter(today.minusDays(DAYS - 1))) {
            return new Trend(last, before, null, "history-too-short");
        }
        if (before.compareTo(ENOUGH) < 0) {
            return new Trend(last, before, null, "too-little-usage");
        }
        return new Trend(last, before, last.subtract(before).divide(before, 4, RoundingMode.HALF_UP), null);
    }

    private static BigDecimal median(int[] weeks) {
        Arrays.sort(weeks);
        return BigDecimal.valueOf((weeks[1] + weeks[2]) * 5L, 1);
    }
}
