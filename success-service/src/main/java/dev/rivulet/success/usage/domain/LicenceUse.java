package dev.rivulet.success.usage.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Licences bought against licences assigned and used.
 *
 * @param purchased seats of the running subscriptions, those that are tried among them
 * @param paid those of them that are paid for
 * @param assigned users who hold a seat
 * @param active those of them who used something in the window
 * @param unassigned users who used something in the window without holding a seat
 * @param reported whether the customer says who holds a seat; where it does not, it is assumed of whoever used something
 *     in the last {@link #ASSUMED} days
 * @param since first day of the seats, null when there are none
 */
public record LicenceUse(
        int purchased,
        int paid,
        int assigned,
        int active,
        int unassigned,
        boolean reported,
        @Nullable LocalDate since) {

    /** Length of the window in days, today included. */
    public static final int WINDOW = 28;

    /** Days for which a user is assumed to hold a seat after the last use, where nobody says who does. */
    public static final int ASSUMED = 90;

    private static final BigDecimal FIRST_TARGET = new BigDecimal("0.40");
    private static final BigDecimal FULL_TARGET = new BigDecimal("0.80");
    private static final int RAMP = 62;

    /** Nothing reported, and nobody but the active holds a seat. */
    public LicenceUse(int purchased, int active, @Nullable LocalDate since) {
        this(purchased, purchased, active, active, 0, false, since);
    }

    /** All seats are paid for. */
    public LicenceUse(
            int purchased, int assigned, int active, int unassigned, boolean reported, @Nullable LocalDate since) {
        this(purchased, purchased, assigned, active, unassigned, reported, since);
    }

    public static LocalDate windowStart(LocalDate today) {
        return today.minusDays(WINDOW - 1);
    }

    /** Active per purchased, four decimals, above 1 when more use it than was bought; null when nothing was bought. */
    public @Nullable BigDecimal utilisation() {
        return perPurchased(active);
    }

    /** Assigned per purchased, four decimals; null when nothing was bought. */
    public @Nullable BigDecimal assignment() {
        return perPurchased(assigned);
    }

    private @Nullable BigDecimal perPurchased(int users) {
        return purchased == 0
                ? null
                : BigDecimal.valueOf(users).divide(BigDecimal.valueOf(purchased), 4, RoundingMode.HALF_UP);
    }

    /** Who holds a seat by the customer's word is a user, active or not. */
    private int users() {
        return Math.max(active + unassigned, reported ? assigned : 0);
    }

    /** Users beyond the seats. */
    public int overage() {
        return Math.max(0, users() - purchased);
    }

    /** Users per purchased, four decimals, above 1 when there are more of them; null when nothing was bought. */
    public @Nullable BigDecimal fullness() {
        return perPurchased(users());
    }

    /** Seats that nobody holds, or whose holder used nothing in the window; who has none uses none. */
    public int idle() {
        return Math.max(0, purchased - active);
    }

    /**
     * The share of what the seats cost that goes to idle ones; multiplied first, divided and rounded once. Seats that
     * are tried cost nothing, and who uses any uses those that are paid for first.
     */
    public Money idle(Money recurring) {
        return paid == 0 ? Money.zero(recurring.currency()) : recurring.fraction(Math.max(0, paid - active), paid);
    }

    /**
     * The utilisation to expect of seats of this age, four decimals: none is expected of seats younger than the window;
     * then 40 %, rising evenly to 80 % at 90 days, because a customer's people are trained one after the other.
     */
    public @Nullable BigDecimal target(LocalDate today) {
        if (since == null) {
            return null;
        }
        var age = ChronoUnit.DAYS.between(since, today);
        if (age < WINDOW) {
            return null;
        }
        var ramp = BigDecimal.valueOf(Math.min(age - WINDOW, RAMP));
        return FIRST_TARGET.add(FULL_TARGET
                .subtract(FIRST_TARGET)
                .multiply(ramp)
                .divide(BigDecimal.valueOf(RAMP), 4, RoundingMode.HALF_UP));
    }

    /** Utilisation per target, four decimals, 1 and more when it is met; null where either is. */
    public @Nullable BigDecimal attainment(LocalDate today) {
        var target = target(today);
        return target == null || purchased == 0
                ? null
                : BigDecimal.valueOf(active)
                        .divide(BigDecimal.valueOf(purchased).multiply(target), 4, RoundingMode.HALF_UP);
    }

    /**
     * The utilisation as far as it says something: seats bought less than a window ago that nobody has used yet are
     * not a sign of trouble, but after a whole window they are.
     */
    public @Nullable BigDecimal meaningfulUtilisation(LocalDate today) {
        return isUntried(today) ? null : utilisation();
    }

    /** Idle per purchased, four decimals, as far as it says something in the same way. */
    public @Nullable BigDecimal meaningfulIdleness(LocalDate today) {
        return isUntried(today) ? null : perPurchased(idle());
    }

    private boolean isUntried(LocalDate today) {
        return active == 0 && since != null && since.isAfter(windowStart(today));
    }
}
