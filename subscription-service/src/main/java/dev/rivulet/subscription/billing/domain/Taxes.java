package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tax of discounted lines. Lines of one rate and one sign are summed, taxed and rounded once, and the tax is spread
 * over them by largest remainder: charges and credits stay apart, so that a credit gives back what its charge bore.
 */
final class Taxes {

    private record Group(TaxRate rate, int sign) {}

    private Taxes() {}

    static List<Money> of(List<Money> discounted, List<@Nullable TaxRate> rates) {
        var groups = new LinkedHashMap<Group, List<Integer>>();
        var taxes = new ArrayList<Money>(discounted.size());
        for (var i = 0; i < discounted.size(); i++) {
            var amount = discounted.get(i);
            var rate = rates.get(i);
            taxes.add(Money.zero(amount.currency()));
            if (rate != null && !amount.isZero()) {
                groups.computeIfAbsent(new Group(rate, Long.signum(amount.minor())), group -> new ArrayList<>())
                        .add(i);
            }
        }
        groups.forEach((group, lines) -> {
            var base = lines.stream().map(discounted::get).reduce(Money::plus).orElseThrow();
            var weights = lines.stream()
                    .mapToLong(line -> Math.absExact(discounted.get(line).minor()))
                    .toArray();
            var parts = group.rate().on(base).allocate(weights);
            for (var i = 0; i < weights.length; i++) {
                taxes.set(lines.get(i), parts.get(i));
            }
        });
        return taxes;
    }
}
