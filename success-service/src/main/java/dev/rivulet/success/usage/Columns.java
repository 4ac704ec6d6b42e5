package dev.rivulet.success.usage;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;

/** Rows turned into one text array for each column, which a statement casts and unnests: one round trip for any number. */
final class Columns {

    private Columns() {}

    static <T> String[] of(Collection<T> rows, Function<T, ?> column) {
        var texts = new String[rows.size()];
        var i = 0;
        for (var row : rows) {
            var value = column.apply(row);
            texts[i++] = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }
        return texts;
    }
}
