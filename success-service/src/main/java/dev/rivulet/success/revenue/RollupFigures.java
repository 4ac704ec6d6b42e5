package dev.rivulet.success.revenue;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.revenue.domain.Figures;
import dev.rivulet.success.revenue.domain.Levels;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the sums; how many accounts they are made of does not matter. */
@Singleton
class RollupFigures {

    private static final int GROUPS = 100;
    private static final String SUMS = RollupStore.each(name -> "sum(" + name + ")::bigint");
    private static final String CHOSEN = " FROM revenue_rollup WHERE tenant_id = ? AND attribute = ?"
            + " AND (?::text IS NULL OR value = ?) AND (?::text IS NULL OR currency = ?)"
            + " AND start_month BETWEEN ? AND ?";

    private final Sql sql;
    private final Tenants tenants;
    private final RollupRest rest;

    RollupFigures(Sql sql, Tenants tenants, RollupRest rest) {
        this.sql = sql;
        this.tenants = tenants;
        this.rest = rest;
    }

    List<Revenue.Cohort> cohorts(Slice slice, @Nullable String currency, YearMonth from, YearMonth to) {
        var lines = slice.isRest()
                ? rest.byStart(slice.attribute(), currency, from, to)
                : sql.query(
                        "SELECT start_month::text, month - start_month, start_month, " + SUMS + CHOSEN
                                + " GROUP BY start_month, month ORDER BY 3, 2",
                        RollupLine::of,
                        tenants.current(),
                        slice.attribute(),
                        slice.value(),
                        slice.value(),
                        currency,
                        currency,
                        RollupStore.number(from),
                        RollupStore.number(to));
        var cohorts = new ArrayList<Revenue.Cohort>();
        levels(lines)
                .forEach((start, levels) -> cohorts.add(new Revenue.Cohort(month(Integer.parseInt(start)), levels)));
        return cohorts;
    }

    List<Revenue.Group> groups(String attribute, @Nullable String currency, YearMonth from, YearMonth to) {
        var values = new ArrayList<@Nullable Object>();
        for (var part = 0; part < 2; part++) {
            values.add(tenants.current());
            values.add(attribute);
            values.add(null);
            values.add(null);
            values.add(currency);
            values.add(currency);
            values.add(RollupStore.number(from));
            values.add(RollupStore.number(to));
        }
        var found = sql.query(
                "SELECT value, month - start_month, max(max(start_month)) OVER (PARTITION BY value), " + SUMS + CHOSEN
                        + " AND value IN (SELECT value" + CHOSEN
                        + " GROUP BY value ORDER BY sum(joined) DESC, value LIMIT " + GROUPS + ")"
                        + " GROUP BY value, month - start_month ORDER BY value, month - start_month",
                RollupLine::of,
                values.toArray());
        var lines =
                Attributes.isDeclared(attribute) ? together(rest.byAge(attribute, currency, from, to), found) : found;
        var lasts = new LinkedHashMap<String, Integer>();
        lines.forEach(line -> lasts.put(line.key(), line.last()));
        var groups = new ArrayList<Revenue.Group>();
        levels(lines)
                .forEach((value, levels) ->
                        groups.add(new Revenue.Group(value, month(lasts.getOrDefault(value, 0)), levels)));
        return groups;
    }

    Map<String, Levels> months(String attribute, String currency, YearMonth from, YearMonth to) {
        var found = sql.query(
                "SELECT value, greatest(month, ?), 0, " + SUMS + " FROM revenue_rollup WHERE tenant_id = ?"
                        + " AND attribute = ? AND currency = ? AND month <= ? GROUP BY 1, 2 ORDER BY 1, 2",
                RollupLine::of,
                RollupStore.number(from) - 1,
                tenants.current(),
                attribute,
                currency,
                RollupStore.number(to));
        return levels(
                Attributes.isDeclared(attribute)
                        ? together(rest.byMonth(attribute, currency, from, to), found)
                        : found);
    }

    private static List<RollupLine> together(List<RollupLine> rest, List<RollupLine> valued) {
        return Stream.concat(
                        rest.stream(),
                        valued.stream().filter(line -> !line.key().equals(Attributes.NONE)))
                .toList();
    }

    private static Map<String, Levels> levels(List<RollupLine> lines) {
        var changes = new LinkedHashMap<String, TreeMap<Integer, Figures>>();
        lines.forEach(line ->
                changes.computeIfAbsent(line.key(), none -> new TreeMap<>()).put(line.at(), line.figures()));
        var levels = new LinkedHashMap<String, Levels>();
        changes.forEach((key, figures) -> levels.put(key, Levels.of(figures)));
        return levels;
    }

    /** Jumps from one to the next over the primary key, instead of reading every row. */
    List<String> currencies() {
        return sql.query(
                "WITH RECURSIVE found (v) AS ((SELECT currency FROM revenue_rollup WHERE tenant_id = ?"
                        + " AND attribute = '' ORDER BY currency LIMIT 1) UNION ALL SELECT (SELECT currency"
                        + " FROM revenue_rollup WHERE tenant_id = ? AND attribute = '' AND currency > v"
                        + " ORDER BY currency LIMIT 1) FROM found WHERE v IS NOT NULL)"
                        + " SELECT v FROM found WHERE v IS NOT NULL",
                row -> row.getString(1),
                tenants.current(),
                tenants.current());
    }

    @Nullable
    YearMonth firstMonth() {
        var first = sql.query(
                "SELECT min(start_month), count(*) FROM revenue_rollup WHERE tenant_id = ? AND attribute = ''",
                row -> row.getLong(2) == 0 ? -1 : row.getInt(1),
                tenants.current());
        return first.getFirst() < 0 ? null : month(first.getFirst());
    }

    static YearMonth month(int number) {
        return YearMonth.of(0, 1).plus(number, ChronoUnit.MONTHS);
    }
}
