package dev.rivulet.success.score;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.input.CursorValues;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scores there were, each with its inputs. */
@Singleton
class ScoreHistory {

    private static final String SELECT =
            "SELECT s.account_id, s.version, s.score, s.coverage, s.model_id, s.inputs, s.day,"
                    + " s.mrr_minor, s.currency, s.day, s.computed_at FROM score_history s WHERE s.tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    ScoreHistory(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** The version that a page of the history, newest first, goes on before. */
    static long before(@Nullable Cursor place) {
        return place == null ? Long.MAX_VALUE : CursorValues.of(place, 1).number(0);
    }

    /** Newest first, those before a version; both days are included. */
    List<ScoreRow> page(UUID account, @Nullable LocalDate from, @Nullable LocalDate to, long before, int limit) {
        return sql.query(
                SELECT + " AND s.account_id = ? AND s.version < ? AND s.day >= coalesce(?::date, '-infinity')"
                        + " AND s.day <= coalesce(?::date, 'infinity') ORDER BY s.version DESC LIMIT ?",
                ScoreRows::read,
                tenants.current(),
                account,
                before,
                text(from),
                text(to),
                limit);
    }

    /** As it stood at the end of the customer's local day. */
    Optional<ScoreRow> on(UUID account, LocalDate day) {
        return sql
                .query(
                        SELECT + " AND s.account_id = ? AND s.day <= ? ORDER BY s.day DESC, s.version DESC LIMIT 1",
                        ScoreRows::read,
                        tenants.current(),
                        account,
                        day)
                .stream()
                .findFirst();
    }

    /** Of those accounts that had one at the end of their local day. */
    Map<UUID, BigDecimal> on(Map<UUID, LocalDate> days) {
        var accounts = List.copyOf(days.keySet());
        var scores = new HashMap<UUID, BigDecimal>();
        sql.query(
                "SELECT wanted.id, s.score FROM unnest(?::uuid[], ?::date[]) AS wanted (id, day) CROSS JOIN LATERAL"
                        + " (SELECT h.score FROM score_history h WHERE h.tenant_id = ? AND h.account_id = wanted.id"
                        + " AND h.day <= wanted.day ORDER BY h.day DESC, h.version DESC LIMIT 1) s"
                        + " WHERE s.score IS NOT NULL",
                row -> scores.put(row.getObject(1, UUID.class), row.getBigDecimal(2)),
                accounts.stream().map(UUID::toString).toArray(String[]::new),
                accounts.stream().map(account -> text(days.get(account))).toArray(String[]::new),
                tenants.current());
        return scores;
    }

    /** All of up to so many accounts behind one, by account and oldest first. */
    List<ScoreRow> ofAccounts(UUID after, int accounts) {
        return sql.query(
                SELECT + " AND s.account_id > ? AND s.account_id <= (SELECT a.account_id FROM (SELECT c.account_id"
                        + " FROM customer_score c WHERE c.tenant_id = ? AND c.account_id > ? ORDER BY c.account_id"
                        + " LIMIT ?) a ORDER BY a.account_id DESC LIMIT 1) ORDER BY s.account_id, s.version",
                ScoreRows::read,
                tenants.current(),
                after,
                tenants.current(),
                after,
                accounts);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
