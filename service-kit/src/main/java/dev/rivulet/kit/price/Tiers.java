package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/** Tiers that cover every quantity once: bounds rise, and only the last is open. */
public record Tiers(List<Tier> list) {

    public Tiers {
        list = List.copyOf(list);
        var fault = firstOutOfOrder(list);
        if (list.isEmpty() || fault.isPresent()) {
            throw new IllegalArgumentException("tiers do not cover every quantity once: " + list);
        }
    }

    /** The first tier whose bound does not rise, is missing before the end, or is there at the end. */
    public static OptionalInt firstOutOfOrder(List<Tier> tiers) {
        var from = BigDecimal.ZERO;
        for (var i = 0; i < tiers.size(); i++) {
            var upTo = tiers.get(i).upTo();
            var isLast = i == tiers.size() - 1;
            if (isLast != (upTo == null) || (upTo != null && upTo.compareTo(from) <= 0)) {
                return OptionalInt.of(i);
            }
            if (upTo != null) {
                from = upTo;
            }
        }
        return OptionalInt.empty();
    }
}
