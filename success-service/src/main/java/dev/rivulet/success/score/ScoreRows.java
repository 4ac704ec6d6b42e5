package dev.rivulet.success.score;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.customer.LockedCustomer;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scores as last computed; in SQL throughout, because they are read and written by the thousand. */
@Singleton
class ScoreRows {

    static final String COLUMNS = "s.account_id, s.version, s.score, s.coverage, s.model_id, s.inputs, s.day,"
            + " s.mrr_minor, s.currency, s.computed_on, s.computed_at";

    private final Sql sql;
    private final Tenants tenants;

    ScoreRows(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Of those accounts that have one. */
    List<ScoreRow> of(Collection<UUID> accounts) {
        return sql.query(
                // Joined, not compared with ANY: a generic plan would compare every row with every id.
                "SELECT " + COLUMNS + " FROM unnest(?::uuid[]) AS wanted (id)"
                        + " JOIN customer_score s ON s.tenant_id = ? AND s.account_id = wanted.id",
                ScoreRows::read,
                accounts.stream().map(UUID::toString).toArray(String[]::new),
                tenants.current());
    }

    /** Adds or replaces the rows, and puts each into the history. */
    void write(List<ScoreRow> rows, long generation) {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                "WITH told AS (SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::numeric[], ?::numeric[], ?::uuid[],"
                        + " ?::jsonb[], ?::date[], ?::bigint[], ?::text[], ?::timestamptz[])"
                        + " AS told (account, version, score, coverage, model, inputs, day, mrr, currency, at)),"
                        + " history AS (INSERT INTO score_history (tenant_id, account_id, version, score, coverage,"
                        + " model_id, inputs, day, mrr_minor, currency, computed_at) SELECT ?, * FROM told)"
                        + " INSERT INTO customer_score AS known (tenant_id, account_id, version, score, coverage,"
                        + " model_id, inputs, day, mrr_minor, currency, computed_at, computed_on, generation)"
                        + " SELECT ?, told.*, told.day, ? FROM told"
                        + " ON CONFLICT (tenant_id, account_id) DO UPDATE SET version = excluded.version,"
                        + " score = excluded.score, coverage = excluded.coverage, model_id = excluded.model_id,"
                        + " inputs = excluded.inputs, day = excluded.day, mrr_minor = excluded.mrr_minor,"
                        + " currency = excluded.currency, computed_at = excluded.computed_at,"
                        + " computed_on = excluded.computed_on, generation = excluded.generation",
                texts(rows, ScoreRow::accountId),
                rows.stream().map(ScoreRow::version).toArray(Long[]::new),
                texts(rows, ScoreRow::score),
                texts(rows, ScoreRow::coverage),
                texts(rows, ScoreRow::modelId),
                texts(rows, row -> InputsText.of(row.inputs())),
                texts(rows, ScoreRow::day),
                texts(rows, row -> row.mrr() == null ? null : row.mrr().minor()),
                texts(rows, row -> row.mrr() == null ? null : row.mrr().currency()),
                texts(rows, ScoreRow::computedAt),
                tenants.current(),
                tenants.current(),
                generation);
    }

    /** Notes that these were computed again and nothing but time went by. */
    void confirm(List<LockedCustomer> customers, Instant now, long generation) {
        if (customers.isEmpty()) {
            return;
        }
        sql.update(
                "UPDATE customer_score s SET computed_on = told.day, computed_at = ?::timestamptz, generation = ?"
                        + " FROM unnest(?::uuid[], ?::date[]) AS told (account, day)"
                        + " WHERE s.tenant_id = ? AND s.account_id = told.account",
                Timestamp.from(now),
                generation,
                texts(customers, LockedCustomer::id),
                texts(customers, LockedCustomer::today),
                tenants.current());
    }

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        var texts = new @Nullable String[rows.size()];
        for (var i = 0; i < texts.length; i++) {
            var value = column.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** Reads {@link #COLUMNS}. */
    static ScoreRow read(ResultSet row) throws SQLException {
        var currency = row.getString(9);
        return new ScoreRow(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getObject(5, UUID.class),
                InputsText.read(row.getString(6)),
                row.getObject(7, LocalDate.class),
                currency == null ? null : new Money(row.getLong(8), Currency.getInstance(currency)),
                row.getObject(10, LocalDate.class),
                row.getTimestamp(11).toInstant());
    }
}
