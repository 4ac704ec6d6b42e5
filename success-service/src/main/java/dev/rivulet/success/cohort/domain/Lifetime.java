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

    /** In minor units, HALF_UP; null where there was no customer. */
    public static @Nullable Long perCustomer(Share marginOfCustomers) {
        return marginOfCustomers.whole() == 0
                ? null
                : BigDecimal.valueOf(marginOfCustomers.part())
                        .divide(BigDecimal.valueOf(marginOfCustomers.whole()), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
