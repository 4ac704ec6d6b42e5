package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The taxes of discounted lines. Lines of one rate and one sign are summed, taxed and rounded once, and the tax is spread
 * over them by largest remainder: charges and credits stay apart, so that a credit gives back what its charge bore. Several
 * rates of a line are each reckoned for themselves.
 */
final class Taxes {

    private record Group(TaxRate rate, BigDecimal contained, int sign) {}

    private Taxes() {}

    /** By line, in the order of its rates. */
    static List<List<LineTax>> of(List<Money> discounted, List<List<TaxRate>> rates) {
        var taxes = new ArrayList<Map<TaxRate, Money>>(discounted.size());
        var groups = new LinkedHashMap<Group, List<Integer>>();
        for (var i = 0; i < discounted.size(); i++) {
            var amount = discounted.get(i);
            var contained = TaxRate.contained(rates.get(i));
            var line = new LinkedHashMap<TaxRate, Money>();
            for (var rate : rates.get(i)) {
                line.put(rate, Money.zero(amount.currency()));
                if (!amount.isZero()) {
                    var group = new Group(rate, contained, Long.signum(amount.minor()));
                    groups.computeIfAbsent(group, of -> new ArrayList<>()).add(i);
                }
            }
            taxes.add(line);
        }
        groups.forEach((group, lines) -> {
            var base = lines.stream().map(discounted::get).reduce(Money::plus).orElseThrow();
            var weights = lines.stream()
                    .mapToLong(line -> Math.absExact(discounted.get(line).minor()))
                    .toArray();
            var parts = group.rate().on(base, group.contained()).allocate(weights);
            for (var i = 0; i < weights.length; i++) {
                taxes.get(lines.get(i)).put(group.rate(), parts.get(i));
            }
        });
        return taxes.stream().map(Taxes::listed).toList();
    }

    private static List<LineTax> listed(Map<TaxRate, Money> taxes) {
        return taxes.entrySet().stream()
                .map(tax -> new LineTax(tax.getKey(), tax.getValue()))
                .toList();
    }
}
