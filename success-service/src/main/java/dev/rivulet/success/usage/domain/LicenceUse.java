package dev.rivulet.success.usage.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Licences bought against licences used.
 *
 * @param purchased seats of the running subscriptions
 * @param active distinct users in the window
 * @param since first day of the seats, null when there are none
 */
public record LicenceUse(
        int purchased, int active, @Nullable LocalDate since) {

    /** Length of the window in days, today included. */
    public static final int WINDOW = 28;

    public static LocalDate windowStart(LocalDate today) {
        return today.minusDays(WINDOW - 1);
    }

    /** Active per purchased, four decimals, above 1 when more use it than was bought; null when nothing was bought. */
    public @Nullable BigDecimal utilisation() {
        return purchased == 0
                ? null
                : BigDecimal.valueOf(active).divide(BigDecimal.valueOf(purchased), 4, RoundingMode.HALF_UP);
    }

    /** Users beyond the seats. */
    public int overage() {
        return Math.max(0, active - purchased);
    }

    /**
     * The utilisation as far as it says something: seats bought less than a window ago that nobody has used yet are
     * not a sign of trouble, but after a whole window they are.
     */
    public @Nullable BigDecimal meaningfulUtilisation(LocalDate today) {
        var untried = active == 0 && since != null && since.isAfter(windowStart(today));
        return untried ? null : utilisation();
    }
}
