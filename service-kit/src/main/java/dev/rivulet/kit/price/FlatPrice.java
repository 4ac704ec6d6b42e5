package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;

/** One amount, however much is bought. */
public record FlatPrice(BigDecimal amount) implements PriceModel {

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        return List.of(Step.of(1, BigDecimal.ONE, amount));
    }
}
