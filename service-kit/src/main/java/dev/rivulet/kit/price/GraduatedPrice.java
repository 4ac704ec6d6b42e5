package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Each unit costs what its tier says, and each tier entered its flat fee. Nothing bought is still in the first tier:
 * its flat fee is due at quantity zero.
 */
public record GraduatedPrice(Tiers tiers) implements PriceModel {

    @Override
    public List<Step> rate(BigDecimal quantity, long events) {
        var steps = new ArrayList<Step>();
        var from = BigDecimal.ZERO;
        for (var tier : tiers.list()) {
            if (!steps.isEmpty() && quantity.compareTo(from) <= 0) {
                break;
            }
            var upTo = tier.upTo() == null ? quantity : quantity.min(tier.upTo());
            steps.add(Step.of(steps.size() + 1, upTo.subtract(from), tier.unitPrice(), tier.flatFee()));
            from = upTo;
        }
        return List.copyOf(steps);
    }
}
