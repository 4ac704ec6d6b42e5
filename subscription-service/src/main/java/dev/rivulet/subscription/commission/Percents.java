package dev.rivulet.subscription.commission;

import java.math.BigDecimal;

/** Percentages as people write them: 20 and 7.5, whatever decimals the database keeps. */
final class Percents {

    private Percents() {}

    static BigDecimal plain(BigDecimal percent) {
        var stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
