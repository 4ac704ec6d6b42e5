package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;

/** What was used, by a metric, at a price per unit, in tiers or in packages. */
public record MeteredPrice(String metric, PriceModel rating) implements PriceModel {

    public MeteredPrice {
        switch (rating) {
            case UnitPrice p -> {}
            case GraduatedPrice p -> {}
            case VolumePrice p -> {}
            case PackagePrice p -> {}
            case FlatPrice p -> throw new IllegalArgumentException("a flat price does not rate usage");
            case PercentagePrice p -> throw new IllegalArgumentException("a percentage has its own metric");
            case MeteredPrice p -> throw new IllegalArgumentException("usage of usage");
            case CappedPrice p -> throw new IllegalArgumentException("usage is capped, and not its rating");
        }
    }

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        return rating.rate(quantity, events);
    }
}
