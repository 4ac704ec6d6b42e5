package dev.rivulet.success.revenue;

import dev.rivulet.success.revenue.domain.AccountRevenue;
import dev.rivulet.success.revenue.domain.Figures;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch changes in the sums: what accounts add now, less what they added before. */
final class RollupChange {

    private final TreeMap<RollupKey, Figures> rows = new TreeMap<>();

    /** An account as it was before, if it was. */
    void subtract(AccountLedger before, Map<String, String> attributes) {
        apply(before, attributes, true);
    }

    void add(AccountLedger now, Map<String, String> attributes) {
        apply(now, attributes, false);
    }

    private void apply(AccountLedger ledger, Map<String, String> attributes, boolean negated) {
        if (ledger.movements().isEmpty()) {
            return;
        }
        var slices = slices(ledger, attributes);
        AccountRevenue.contribution(ledger.movements().keySet()).forEach((cell, figures) -> {
            var change = negated ? figures.negate() : figures;
            for (var slice : slices) {
                rows.merge(new RollupKey(slice, ledger.currency(), cell), change, Figures::plus);
            }
        });
    }

    private static List<Slice> slices(AccountLedger ledger, Map<String, String> attributes) {
        var all = new LinkedHashMap<>(ledger.attributes());
        all.putAll(attributes);
        var slices = new ArrayList<Slice>();
        slices.add(Slice.ALL);
        all.forEach((attribute, value) -> slices.add(new Slice(attribute, value)));
        return slices;
    }

    /** In order, without any that changes nothing. */
    SortedMap<RollupKey, Figures> rows() {
        rows.values().removeIf(Figures::isZero);
        return rows;
    }

    /** The first month that changes. */
    static @Nullable YearMonth first(Map<RollupKey, Figures> rows) {
        return rows.keySet().stream()
                .map(key -> key.cell().month())
                .min(YearMonth::compareTo)
                .orElse(null);
    }
}
