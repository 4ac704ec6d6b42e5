package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;

/** The same amount for every unit, for example a seat. */
public record UnitPrice(BigDecimal amount) implements PriceModel {

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        return List.of(Step.of(1, quantity, amount));
    }
}
