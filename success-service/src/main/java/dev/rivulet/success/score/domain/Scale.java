package dev.rivulet.success.score.domain;

import java.math.BigDecimal;

/** Brings a component's own unit to 0 (bad) to 100 (good), four decimals. */
public sealed interface Scale permits LinearScale, BandScale {

    BigDecimal FULL = BigDecimal.valueOf(100);
    int DECIMALS = 4;

    BigDecimal value(BigDecimal raw);
}
