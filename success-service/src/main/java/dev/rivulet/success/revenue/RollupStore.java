package dev.rivulet.success.revenue;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.revenue.domain.Figure;
import dev.rivulet.success.revenue.domain.Figures;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sums, in the current transaction; figures are columns of the same name. */
@Singleton
class RollupStore {

    private static final String KEY = "attribute, value, currency, start_month, month";
    private static final String ADD = "INSERT INTO revenue_rollup AS known (tenant_id, " + KEY + ", "
            + each(name -> name) + ") SELECT ?, * FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::int[], "
            + each(name -> "?::bigint[]") + ") ON CONFLICT (tenant_id, " + KEY + ") DO UPDATE SET "
            + each(name -> name + " = known." + name + " + excluded." + name);
    // A row that came and went leaves no trace: the same movements in another order make the same rows.
    private static final String TIDY = "DELETE FROM revenue_rollup r USING unnest(?::text[], ?::text[], ?::text[],"
            + " ?::int[], ?::int[]) key (attribute, value, currency, start_month, month) WHERE r.tenant_id = ?"
            + " AND (r.attribute, r.value, r.currency, r.start_month, r.month) = (key.attribute, key.value,"
            + " key.currency, key.start_month, key.month) AND "
            + Arrays.stream(Figure.values())
                    .map(figure -> "r." + column(figure) + " = 0")
                    .collect(Collectors.joining(" AND "));

    private final Sql sql;
    private final Tenants tenants;

    RollupStore(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    static String column(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }

    /** Something of every column, separated by commas. */
    static String each(Function<String, String> text) {
        return Arrays.stream(Figure.values())
                .map(figure -> text.apply(column(figure)))
                .collect(Collectors.joining(", "));
    }

    void add(SortedMap<RollupKey, Figures> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var keys = List.copyOf(rows.keySet());
        var key = List.<Object>of(
                keys.stream().map(k -> k.slice().attribute()).toArray(String[]::new),
                keys.stream().map(k -> k.slice().value()).toArray(String[]::new),
                keys.stream().map(RollupKey::currency).toArray(String[]::new),
                keys.stream().map(k -> number(k.cell().start())).toArray(Integer[]::new),
                keys.stream().map(k -> number(k.cell().month())).toArray(Integer[]::new));
        var values = new ArrayList<@Nullable Object>(List.of(tenants.current()));
        values.addAll(key);
        for (var figure : Figure.values()) {
            values.add(
                    rows.values().stream().map(figures -> figures.get(figure)).toArray(Long[]::new));
        }
        sql.update(ADD, values.toArray());
        var tidied = new ArrayList<@Nullable Object>(key);
        tidied.add(tenants.current());
        sql.update(TIDY, tidied.toArray());
    }

    /** Remembers that there is something to judge from a month on. */
    void changed(YearMonth from, Instant now) {
        sql.update(
                "INSERT INTO revenue_tenant AS known (tenant_id, changed_from, changed_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET changed_at = excluded.changed_at,"
                        + " changed_from = least(known.changed_from, excluded.changed_from)",
                tenants.current(),
                number(from),
                Timestamp.from(now));
    }

    static int number(YearMonth month) {
        return (int) month.getLong(ChronoField.PROLEPTIC_MONTH);
    }
}
