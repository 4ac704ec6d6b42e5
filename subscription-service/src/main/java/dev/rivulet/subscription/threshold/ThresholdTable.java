package dev.rivulet.subscription.threshold;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.threshold.domain.Threshold;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps thresholds, one for an account and one for each of its subscriptions. */
@Singleton
class ThresholdTable {

    private static final String SELECT =
            "SELECT account_id, subject_id, amount_minor, currency, metric, quantity, set_at"
                    + " FROM usage_threshold WHERE tenant_id = ?";

    /**
     * A threshold of somebody.
     *
     * @param subscriptionId null where it is for all of the account's subscriptions
     */
    record Kept(UUID accountId, @Nullable UUID subscriptionId, Threshold threshold, Instant setAt) {}

    private final Sql sql;
    private final Tenants tenants;

    ThresholdTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** @param subject the account, or one of its subscriptions */
    void put(UUID account, UUID subject, Threshold threshold, Instant now) {
        var amount = threshold.amount();
        sql.update(
                "INSERT INTO usage_threshold (tenant_id, account_id, subject_id, amount_minor, currency, metric, quantity,"
                        + " set_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, account_id, subject_id)"
                        + " DO UPDATE SET amount_minor = excluded.amount_minor, currency = excluded.currency,"
                        + " metric = excluded.metric, quantity = excluded.quantity, set_at = excluded.set_at",
                tenants.current(),
                account,
                subject,
                amount == null ? null : amount.minor(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                threshold.metric(),
                threshold.quantity(),
                Timestamp.from(now));
    }

    void remove(UUID account, UUID subject) {
        sql.update(
                "DELETE FROM usage_threshold WHERE tenant_id = ? AND account_id = ? AND subject_id = ?",
                tenants.current(),
                account,
                subject);
    }

    List<Kept> ofAccount(UUID account) {
        return sql.query(SELECT + " AND account_id = ?", ThresholdTable::read, tenants.current(), account);
    }

    boolean hasAny() {
        return sql.query(
                        "SELECT EXISTS (SELECT FROM usage_threshold WHERE tenant_id = ?)",
                        row -> row.getBoolean(1),
                        tenants.current())
                .getFirst();
    }

    /** Accounts with a threshold, in the order of their ids. */
    List<UUID> accounts(UUID after, int limit) {
        return sql.query(
                "SELECT DISTINCT account_id FROM usage_threshold WHERE tenant_id = ? AND account_id > ?"
                        + " ORDER BY account_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                after,
                limit);
    }

    private static Kept read(ResultSet row) throws SQLException {
        var account = row.getObject(1, UUID.class);
        var subject = row.getObject(2, UUID.class);
        var currency = row.getString(4);
        return new Kept(
                account,
                subject.equals(account) ? null : subject,
                new Threshold(
                        currency == null ? null : new Money(row.getLong(3), Currency.getInstance(currency)),
                        row.getString(5),
                        row.getBigDecimal(6)),
                row.getTimestamp(7).toInstant());
    }
}
