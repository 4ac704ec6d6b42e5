package dev.rivulet.success.revenue;

import dev.rivulet.success.revenue.domain.Cell;
import java.util.Comparator;

/** A row of sums; in the order in which writers lock them. */
record RollupKey(Slice slice, String currency, Cell cell) implements Comparable<RollupKey> {

    private static final Comparator<RollupKey> ORDER = Comparator.comparing(
                    (RollupKey key) -> key.slice().attribute())
            .thenComparing(key -> key.slice().value())
            .thenComparing(RollupKey::currency)
            .thenComparing(RollupKey::cell);

    @Override
    public int compareTo(RollupKey other) {
        return ORDER.compare(this, other);
    }
}
