package dev.rivulet.success.cohort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.cohort.domain.Position;
import dev.rivulet.success.revenue.Revenue;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The marks of judged cells, in the current transaction. */
@Singleton
class MarkStore {

    /** First key of the advisory locks, so that they meet no others. */
    private static final int LOCK = 0xc040;

    private static final String SELECT = "SELECT measure, currency, start_month, age, mark FROM cohort_mark";

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    MarkStore(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** A cell of the tables by start month. */
    record CellKey(YearMonth start, int age) {

        YearMonth month() {
            return start.plusMonths(age);
        }
    }

    /** A cell of one table. */
    record MarkKey(Measure measure, @Nullable String currency, CellKey cell) {}

    /** A judged cell of one table. */
    record Stored(MarkKey key, MarkView mark) {}

    void keep(MarkKey key, MarkView mark, @Nullable Position position, Instant now) {
        var cell = key.cell();
        sql.update(
                "INSERT INTO cohort_mark (tenant_id, measure, currency, start_month, age, verdict, position, mark,"
                        + " judged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT (tenant_id, measure,"
                        + " currency, start_month, age) DO UPDATE SET verdict = excluded.verdict,"
                        + " position = excluded.position, mark = excluded.mark, judged_at = excluded.judged_at",
                tenants.current(),
                key.measure().name(),
                text(key.currency()),
                Revenue.number(cell.start()),
                cell.age(),
                mark.verdict().name(),
                position == null ? null : position.below(),
                write(mark),
                Timestamp.from(now));
    }

    void remove(MarkKey key) {
        sql.update(
                "DELETE FROM cohort_mark WHERE tenant_id = ? AND measure = ? AND currency = ? AND start_month = ?"
                        + " AND age = ?",
                tenants.current(),
                key.measure().name(),
                text(key.currency()),
                Revenue.number(key.cell().start()),
                key.cell().age());
    }

    /** Of all tables, the cells that close after a month, or ever, and by another one. */
    List<Stored> closing(@Nullable YearMonth after, YearMonth through) {
        return sql.query(
                SELECT + " WHERE tenant_id = ? AND start_month + age > ? AND start_month + age <= ?",
                this::stored,
                tenants.current(),
                after == null ? 0 : Revenue.number(after),
                Revenue.number(through));
    }

    /** The marks of one table. */
    Map<CellKey, MarkView> of(Measure measure, @Nullable String currency, YearMonth from, YearMonth to) {
        var marks = new HashMap<CellKey, MarkView>();
        sql.query(
                        SELECT
                                + " WHERE tenant_id = ? AND measure = ? AND currency = ? AND start_month BETWEEN ? AND ?",
                        this::stored,
                        tenants.current(),
                        measure.name(),
                        text(currency),
                        Revenue.number(from),
                        Revenue.number(to))
                .forEach(stored -> marks.put(stored.key().cell(), stored.mark()));
        return marks;
    }

    @Nullable
    MarkView find(MarkKey key) {
        var found = sql.query(
                SELECT + " WHERE tenant_id = ? AND measure = ? AND currency = ? AND start_month = ? AND age = ?",
                this::stored,
                tenants.current(),
                key.measure().name(),
                text(key.currency()),
                Revenue.number(key.cell().start()),
                key.cell().age());
        return found.isEmpty() ? null : found.getFirst().mark();
    }

    /** The red marks of a cell, in all tables. */
    List<Stored> reds(CellKey cell) {
        return sql.query(
                SELECT + " WHERE tenant_id = ? AND start_month = ? AND age = ? AND verdict LIKE 'RED%'"
                        + " ORDER BY measure DESC, currency",
                this::stored,
                tenants.current(),
                Revenue.number(cell.start()),
                cell.age());
    }

    /** By closing month, the tested cells of a table as standard deviations, summed up to one. */
    SortedMap<YearMonth, Double> deviations(Measure measure, @Nullable String currency) {
        var sums = new TreeMap<YearMonth, double[]>();
        sql.query(
                "SELECT start_month, age, position FROM cohort_mark WHERE tenant_id = ? AND measure = ?"
                        + " AND currency = ? AND position IS NOT NULL ORDER BY start_month, age",
                row -> {
                    var sum = sums.computeIfAbsent(key(row, 1).month(), none -> new double[2]);
                    sum[0] += new Position(row.getDouble(3)).z();
                    sum[1]++;
                    return sum;
                },
                tenants.current(),
                measure.name(),
                text(currency));
        var deviations = new TreeMap<YearMonth, Double>();
        sums.forEach((month, sum) -> deviations.put(month, sum[0] / Math.sqrt(sum[1])));
        return deviations;
    }

    /** The last month that was judged; null before the first. */
    @Nullable
    YearMonth judgedThrough() {
        var found = sql.query(
                "SELECT judged_through FROM cohort_watch WHERE tenant_id = ?",
                row -> month(row.getInt(1)),
                tenants.current());
        return found.isEmpty() ? null : found.getFirst();
    }

    void judgedThrough(YearMonth month) {
        sql.update(
                "INSERT INTO cohort_watch (tenant_id, judged_through) VALUES (?, ?) ON CONFLICT (tenant_id)"
                        + " DO UPDATE SET judged_through = excluded.judged_through",
                tenants.current(),
                Revenue.number(month));
    }

    /** Whether this transaction alone judges the tenant; another one is at it otherwise. */
    boolean isAlone() {
        return sql.query(
                        "SELECT pg_try_advisory_xact_lock(?, hashtext(?))",
                        row -> row.getBoolean(1),
                        LOCK,
                        tenants.current())
                .getFirst();
    }

    private Stored stored(ResultSet row) throws SQLException {
        var currency = row.getString(2);
        return new Stored(
                new MarkKey(Measure.valueOf(row.getString(1)), currency.isEmpty() ? null : currency, key(row, 3)),
                read(row.getString(5)));
    }

    private static CellKey key(ResultSet row, int column) throws SQLException {
        return new CellKey(month(row.getInt(column)), row.getInt(column + 1));
    }

    private static YearMonth month(int number) {
        return YearMonth.of(0, 1).plus(number, ChronoUnit.MONTHS);
    }

    private static String text(@Nullable String currency) {
        return currency == null ? "" : currency;
    }

    private String write(MarkView mark) {
        try {
            return json.writeValueAsString(mark);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a mark", e);
        }
    }

    private MarkView read(String mark) {
        try {
            return json.readValue(mark, MarkView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a mark", e);
        }
    }
}
