package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how customers pay, many at once. */
@Singleton
class PaymentRecord {

    private static final String ASKED =
            "WITH asked (account_id, today) AS (SELECT * FROM unnest(?::uuid[], ?::date[])) ";

    private static final String INVOICES = ASKED
            + "SELECT r.account_id, count(*) FILTER (WHERE counts), round(avg((paid_on IS NOT NULL AND late = 0)::int)"
            + " FILTER (WHERE counts), 4), round(avg(late) FILTER (WHERE counts), 1),"
            + " max(late) FILTER (WHERE open), (sum(minor) FILTER (WHERE open AND late > 0))::bigint, min(currency),"
            + " count(*) FILTER (WHERE written_off)"
            + " FROM asked JOIN receivable r ON r.account_id = asked.account_id,"
            + " LATERAL (SELECT greatest(0, coalesce(r.paid_on, today) - due_on) AS late,"
            + " r.paid_on IS NULL AND NOT closed AS open,"
            + " NOT closed AND due_on > today - 365 AND (due_on <= today OR r.paid_on IS NOT NULL) AS counts) of"
            + " WHERE r.tenant_id = ? GROUP BY r.account_id";

    private static final String TROUBLES = ASKED
            + "SELECT f.account_id, count(*) FILTER (WHERE kind = 'FAILED' AND happened_on > today - 90),"
            + " count(*) FILTER (WHERE kind = 'DISPUTED' AND happened_on > today - 365)"
            + " FROM asked JOIN payment_fact f ON f.account_id = asked.account_id WHERE f.tenant_id = ?"
            + " AND happened_on <= today AND kind IN ('FAILED', 'DISPUTED') GROUP BY f.account_id";

    private static final String SUSPENSIONS = ASKED
            + "SELECT s.account_id, max(suspended_on) FROM asked JOIN suspension s ON s.account_id = asked.account_id"
            + " WHERE s.tenant_id = ? AND suspended_on IS NOT NULL AND resumed_on IS NULL GROUP BY s.account_id";

    private final Sql sql;
    private final Tenants tenants;

    PaymentRecord(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Of those accounts that anything is known of. */
    Map<UUID, PaymentBehaviour> of(Map<UUID, LocalDate> todays) {
        var behaviours = new HashMap<UUID, PaymentBehaviour>();
        each(INVOICES, todays, row -> {
            var behaviour = invoices(row);
            behaviours.put(row.getObject(1, UUID.class), behaviour);
        });
        each(TROUBLES, todays, row -> {
            var account = row.getObject(1, UUID.class);
            behaviours.put(account, known(behaviours, account).troubled(row.getLong(2), row.getLong(3)));
        });
        each(SUSPENSIONS, todays, row -> {
            var account = row.getObject(1, UUID.class);
            behaviours.put(account, known(behaviours, account).suspended(row.getObject(2, LocalDate.class)));
        });
        return behaviours;
    }

    private static PaymentBehaviour known(Map<UUID, PaymentBehaviour> behaviours, UUID account) {
        return behaviours.getOrDefault(account, PaymentBehaviour.UNKNOWN);
    }

    private static PaymentBehaviour invoices(ResultSet row) throws SQLException {
        var overdue = row.getObject(6, Long.class);
        return new PaymentBehaviour(
                row.getLong(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getLong(5),
                overdue == null ? null : new Money(overdue, Currency.getInstance(row.getString(7))),
                0,
                0,
                row.getLong(8),
                null);
    }

    /** Takes one row in. */
    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Map<UUID, LocalDate> todays, Row reader) {
        var accounts = List.copyOf(todays.keySet());
        sql.query(
                query,
                row -> {
                    reader.read(row);
                    return true;
                },
                texts(accounts),
                accounts.stream()
                        .map(account -> String.valueOf(todays.get(account)))
                        .toArray(String[]::new),
                tenants.current());
    }

    private static @Nullable String[] texts(List<UUID> accounts) {
        return accounts.stream().map(UUID::toString).toArray(String[]::new);
    }
}
