package dev.rivulet.success.revenue;

import dev.rivulet.success.revenue.domain.Figure;
import dev.rivulet.success.revenue.domain.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sums as they are read.
 *
 * @param key whose they are
 * @param at of which age, or month
 * @param last the month in which the youngest of the accounts started
 */
record RollupLine(String key, int at, int last, Figures figures) {

    /** Of these three, and the figures after them in their order. */
    static RollupLine of(ResultSet row) throws SQLException {
        var values = new long[Figure.values().length];
        for (var i = 0; i < values.length; i++) {
            values[i] = row.getLong(4 + i);
        }
        return new RollupLine(row.getString(1), row.getInt(2), row.getInt(3), Figures.of(values));
    }
}
