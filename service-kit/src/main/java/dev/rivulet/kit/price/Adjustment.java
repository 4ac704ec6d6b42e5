package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.UUID;

/** A percentage that a book puts on the price it takes from its parent: -10 for a tenth off. */
public record Adjustment(UUID bookId, BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    BigDecimal factor() {
        return HUNDRED.add(percent).movePointLeft(2);
    }
}
