package dev.rivulet.success.usage.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much of a window's users come on a day of it: the mean of daily active users over all days of the window, per
 * distinct users of the window (mean DAU / MAU).
 *
 * @param meanDailyUsers two decimals
 * @param users distinct users of the window
 * @param stickiness four decimals, 1 when everybody comes every day; null when nobody came at all
 */
public record Stickiness(
        BigDecimal meanDailyUsers, int users, @Nullable BigDecimal stickiness) {

    /** @param daily active users of each day of the window, days without any included */
    public static Stickiness of(int[] daily, int users) {
        var userDays = BigDecimal.valueOf(Arrays.stream(daily).asLongStream().sum());
        var days = BigDecimal.valueOf(daily.length);
        return new Stickiness(
                userDays.divide(days, 2, RoundingMode.HALF_UP),
                users,
                users == 0 ? null : userDays.divide(days.multiply(BigDecimal.valueOf(users)), 4, RoundingMode.HALF_UP));
    }
}
