package dev.rivulet.success.revenue;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.revenue.domain.Figures;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the accounts without a value of an attribute that a tenant declares: what those with a value leave of all.
 * Sums are additive over accounts, so that this is exact, and no account needs a row for what is not known of it.
 */
@Singleton
class RollupRest {

    private static final String REST =
            RollupStore.each(name -> "sum(CASE WHEN attribute = '' THEN " + name + " ELSE -" + name + " END)::bigint")
                    + " FROM revenue_rollup WHERE tenant_id = ? AND attribute IN ('', ?) AND value <> '"
                    + Attributes.NONE + "'";

    private final Sql sql;
    private final Tenants tenants;

    RollupRest(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** By the month they started in, and age. */
    List<RollupLine> byStart(String attribute, @Nullable String currency, YearMonth from, YearMonth to) {
        return some(sql.query(
                "SELECT start_month::text, month - start_month, start_month, " + REST
                        + " AND (?::text IS NULL OR currency = ?) AND start_month BETWEEN ? AND ?"
                        + " GROUP BY start_month, month ORDER BY 3, 2",
                RollupLine::of,
                tenants.current(),
                attribute,
                currency,
                currency,
                RollupStore.number(from),
                RollupStore.number(to)));
    }

    /** By age. */
    List<RollupLine> byAge(String attribute, @Nullable String currency, YearMonth from, YearMonth to) {
        var ages = new TreeMap<Integer, Figures>();
        var last = 0;
        for (var line : byStart(attribute, currency, from, to)) {
            ages.merge(line.at(), line.figures(), Figures::plus);
            last = Math.max(last, line.last());
        }
        var youngest = last;
        return ages.entrySet().stream()
                .map(age -> new RollupLine(Attributes.NONE, age.getKey(), youngest, age.getValue()))
                .toList();
    }

    /** By month, earlier ones summed up in the one before the first. */
    List<RollupLine> byMonth(String attribute, String currency, YearMonth from, YearMonth to) {
        return some(sql.query(
                "SELECT '" + Attributes.NONE + "', greatest(month, ?), 0, " + REST
                        + " AND currency = ? AND month <= ? GROUP BY 2 ORDER BY 2",
                RollupLine::of,
                RollupStore.number(from) - 1,
                tenants.current(),
                attribute,
                currency,
                RollupStore.number(to)));
    }

    private static List<RollupLine> some(List<RollupLine> lines) {
        return lines.stream().filter(line -> !line.figures().isZero()).toList();
    }
}
