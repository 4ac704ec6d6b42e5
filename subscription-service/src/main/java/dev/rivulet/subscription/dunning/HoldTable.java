package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Accounts left alone. */
@ApplicationScoped
class HoldTable {

    private final Sql sql;
    private final Tenants tenants;

    HoldTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void put(UUID account, HoldRequest request, Instant now) {
        sql.update(
                "INSERT INTO dunning_hold (tenant_id, account_id, until, reason, held_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, account_id) DO UPDATE"
                        + " SET until = excluded.until, reason = excluded.reason, held_at = excluded.held_at",
                tenants.current(),
                account,
                request.until(),
                request.reason(),
                Timestamp.from(now));
    }

    void remove(UUID account) {
        sql.update("DELETE FROM dunning_hold WHERE tenant_id = ? AND account_id = ?", tenants.current(), account);
    }

    /** The first day on which one is not left alone any more, if there is to be one. */
    Optional<LocalDate> end(UUID account) {
        return of(account).flatMap(hold -> Optional.ofNullable(hold.until())).map(until -> until.plusDays(1));
    }

    Optional<HoldView> of(UUID account) {
        return sql
                .query(
                        "SELECT until, reason, held_at FROM dunning_hold WHERE tenant_id = ? AND account_id = ?",
                        row -> new HoldView(
                                account,
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getTimestamp(3).toInstant()),
                        tenants.current(),
                        account)
                .stream()
                .findFirst();
    }
}
