package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
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
}
