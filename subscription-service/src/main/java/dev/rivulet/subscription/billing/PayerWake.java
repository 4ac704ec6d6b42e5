package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Lets the run look at a payer sooner than it would have. */
@Singleton
class PayerWake {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final BilledTenants billed;

    PayerWake(Sql sql, Tenants tenants, TenantClock clock, BilledTenants billed) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.billed = billed;
    }

    void by(UUID payer, LocalDate day, ZoneId zone) {
        by(payer, day.atStartOfDay(zone).toInstant());
    }

    void now(UUID payer) {
        by(payer, clock.now());
    }

    /** The payer is locked by the caller. */
    private void by(UUID payer, Instant at) {
        billed.remember();
        sql.update(
                "UPDATE payer_cursor SET due_at = least(coalesce(due_at, 'infinity'), ?::timestamptz)"
                        + " WHERE tenant_id = ? AND payer_id = ?",
                at.toString(),
                tenants.current(),
                payer);
    }
}
