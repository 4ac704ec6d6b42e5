package dev.rivulet.kit.price;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A band of quantities with its prices in major units.
 *
 * @param upTo the last quantity that belongs to it; null when it is the open last one
 * @param flatFee once, for entering it
 */
public record Tier(@Nullable BigDecimal upTo, BigDecimal unitPrice, BigDecimal flatFee) {

    public Tier {
        if (unitPrice.signum() < 0 || flatFee.signum() < 0 || (upTo != null && upTo.signum() <= 0)) {
            throw new IllegalArgumentException("tier up to " + upTo + ": " + unitPrice + ", " + flatFee);
        }
    }
}
