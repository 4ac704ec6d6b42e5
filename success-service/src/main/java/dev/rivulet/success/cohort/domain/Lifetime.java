package dev.rivulet.success.cohort.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has brought so far: Σ gross margin of the cohort to an age / customers it began with, only at ages
 * that all of them have reached.
 */
public final class Lifetime {

    private Lifetime() {}

    /**
     * In minor units, HALF_UP.
     *
     * @param revenue Σ of the cohort's revenue of each month to the age, in minor units
     * @param share of revenue that is gross margin
     */
    public static long margin(long revenue, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(revenue))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The same per customer, in minor units, rounded once, HALF_UP; null where there was none. */
    public static @Nullable Long perCustomer(long revenue, BigDecimal share, long customers) {
        return customers == 0
                ? null
                : share.multiply(BigDecimal.valueOf(revenue))
                        .divide(BigDecimal.valueOf(customers), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
