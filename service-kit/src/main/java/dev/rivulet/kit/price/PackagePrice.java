package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount for every package begun.
 *
 * @param free what comes before the first package and costs nothing; null for none
 */
public record PackagePrice(
        BigDecimal size, BigDecimal amount, @Nullable BigDecimal free) implements PriceModel {

    public PackagePrice {
        if (size.signum() <= 0 || (free != null && free.signum() < 0)) {
            throw new IllegalArgumentException("package of " + size + " after " + free);
        }
    }

    public PackagePrice(BigDecimal size, BigDecimal amount) {
        this(size, amount, null);
    }

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        var paid = free == null ? quantity : quantity.subtract(free).max(BigDecimal.ZERO);
        return List.of(Step.of(1, paid.divide(size, 0, RoundingMode.CEILING), amount));
    }
}
