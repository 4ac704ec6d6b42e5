package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** An amount for every package begun. */
public record PackagePrice(BigDecimal size, BigDecimal amount) implements PriceModel {

    public PackagePrice {
        if (size.signum() <= 0) {
            throw new IllegalArgumentException("package of " + size);
        }
    }

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        return List.of(Step.of(1, quantity.divide(size, 0, RoundingMode.CEILING), amount));
    }
}
