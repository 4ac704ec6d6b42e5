package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one customer used over some days, for whoever measures a benefit by it. */
@Singleton
public class MeasuredUse {

    private final Sql sql;

    MeasuredUse(Sql sql) {
        this.sql = sql;
    }

    /**
     * Use of a metric, or of anything.
     *
     * @param quantity how much, over all users
     * @param users how many different ones
     * @param days on how many days
     */
    public record Use(BigDecimal quantity, int users, int days) {}

    /** On the days local to the account from first to last, both included; all 0 without any. */
    @Transactional
    public Use of(UUID account, @Nullable String metric, LocalDate first, LocalDate last) {
        return sql.query(
                        "SELECT coalesce(sum(quantity), 0), count(DISTINCT user_id), count(DISTINCT day) FROM usage_day"
                                + " WHERE account_id = ? AND day BETWEEN ? AND ? AND (?::text IS NULL OR metric = ?)",
                        row -> new Use(row.getBigDecimal(1), row.getInt(2), row.getInt(3)),
                        account,
                        first,
                        last,
                        metric,
                        metric)
                .getFirst();
    }

    /**
     * How widely something is used.
     *
     * @param accounts that used it at all
     * @param users how many different ones, over all accounts
     * @param userDays on how many days each, added up
     */
    public record Spread(long accounts, long users, long userDays) {

        public static final Spread NONE = new Spread(0, 0, 0);

        public Spread plus(Spread other) {
            return new Spread(accounts + other.accounts, users + other.users, userDays + other.userDays);
        }
    }

    /**
     * In so many days, from a first day on that each account has of its own.
     *
     * @param features use of any of these; of anything, if there are none
     */
    @Transactional
    public Spread spread(Map<UUID, LocalDate> firsts, int days, Collection<String> features) {
        var wanted = features.toArray(String[]::new);
        return sql.query(
                        "SELECT count(DISTINCT d.account_id), count(DISTINCT (d.account_id, d.user_id)),"
                                + " count(DISTINCT (d.account_id, d.user_id, d.day)) FROM unnest(?::uuid[], ?::date[])"
                                + " AS span (account, first) JOIN usage_day d ON d.account_id = span.account"
                                + " AND d.day >= span.first AND d.day < span.first + ?::int"
                                + " WHERE cardinality(?::text[]) = 0 OR d.feature = ANY (?::text[])",
                        row -> new Spread(row.getLong(1), row.getLong(2), row.getLong(3)),
                        Columns.of(firsts.keySet(), id -> id),
                        Columns.of(firsts.values(), day -> day),
                        days,
                        wanted,
                        wanted)
                .getFirst();
    }
}
