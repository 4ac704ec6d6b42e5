package dev.rivulet.subscription.billing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as the columns that a statement unnests. */
final class Columns {

    private Columns() {}

    /** Whatever PostgreSQL can read from text. */
    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        var values = new @Nullable String[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = Objects.toString(column.apply(rows.get(i)), null);
        }
        return values;
    }

    static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
        var values = new Long[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }
}
