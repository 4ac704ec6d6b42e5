package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;

/** All units cost what the tier says that the whole quantity falls into, and its flat fee once. */
public record VolumePrice(Tiers tiers) implements PriceModel {

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        var place = 0;
        for (var upTo = tiers.list().get(place).upTo(); upTo != null && quantity.compareTo(upTo) > 0; ) {
            place++;
            upTo = tiers.list().get(place).upTo();
        }
        var tier = tiers.list().get(place);
        return List.of(Step.of(place + 1, quantity, tier.unitPrice(), tier.flatFee()));
    }
}
