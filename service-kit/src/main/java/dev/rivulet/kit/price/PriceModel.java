package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a quantity becomes an amount, exactly: nothing is rounded here. One record per kind of price. */
public sealed interface PriceModel
        permits FlatPrice,
                UnitPrice,
                GraduatedPrice,
                VolumePrice,
                PackagePrice,
                PercentagePrice,
                MeteredPrice,
                CappedPrice {

    /**
     * The steps that add up to the amount.
     *
     * @param quantity how much there is to pay for, zero or more
     * @param events how many single events make up the quantity; only a percentage with a fee per event asks
     */
    List<Step> rate(BigDecimal quantity, long events);

    /** The metric whose usage is rated; null when it is the quantity bought. */
    default @Nullable String metric() {
        return null;
    }
}
