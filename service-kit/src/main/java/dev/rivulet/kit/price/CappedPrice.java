package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Another price, but never more than so much: what is above it is taken off by a step of its own. */
public record CappedPrice(PriceModel price, BigDecimal maximum) implements PriceModel {

    public CappedPrice {
        if (maximum.signum() < 0 || price instanceof CappedPrice) {
            throw new IllegalArgumentException("at most " + maximum + " for " + price);
        }
    }

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        var steps = price.rate(quantity, events);
        var above = Step.total(steps).subtract(maximum);
        return above.signum() <= 0
                ? steps
                : Stream.concat(
                                steps.stream(),
                                Stream.of(Step.of(steps.getLast().tier(), BigDecimal.ONE, above.negate())))
                        .toList();
    }

    @Override
    public @Nullable String metric() {
        return price.metric();
    }
}
