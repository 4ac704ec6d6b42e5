package dev.rivulet.kit.clock;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Business time. For a live tenant it is the system's time and costs nothing to ask; a sandbox tenant, recognised by
 * its name alone, may have a test clock that stands still until it is moved forward.
 */
@Singleton
public class TenantClock {

    private final Clock system = Clock.systemUTC();
    private final Pattern sandboxes;
    private final Tenants tenants;
    private final Sql sql;

    TenantClock(@ConfigProperty(name = "rivulet.sandbox-tenants") String sandboxes, Tenants tenants, Sql sql) {
        this.sandboxes = Pattern.compile(sandboxes);
        this.tenants = tenants;
        this.sql = sql;
    }

    public Instant now() {
        var test = testTime();
        // PostgreSQL keeps microseconds; what is compared later must be what was stored.
        return (test == null ? system.instant() : test).truncatedTo(ChronoUnit.MICROS);
    }

    /** The system's time whatever the tenant's: for what outsiders stamp with it, such as signatures. */
    public Instant systemTime() {
        return system.instant();
    }

    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }

    public boolean isSandbox() {
        return sandboxes.matcher(tenants.current()).matches();
    }

    /** Where the tenant's test clock stands, or null when it runs with the system's. */
    public @Nullable Instant testTime() {
        if (!isSandbox()) {
            return null;
        }
        var found = sql.read(
                "SELECT now FROM tenant_clock WHERE tenant_id = ?",
                row -> row.getTimestamp(1).toInstant(),
                tenants.current());
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * Moves the tenant's test clock forward, in the current transaction. The first move starts the clock and may go to
     * the past, so that a story can be told from its beginning; later ones only forward.
     */
    public void moveTo(Instant time) {
        if (!isSandbox()) {
            throw Rejected.forbidden("sandbox-only");
        }
        var stands = testTime();
        if (stands != null && time.isBefore(stands)) {
            throw Rejected.unprocessable("clock-backwards", "/now", stands);
        }
        follow(time);
    }

    /** Sets the clock as another service's event tells; never backwards. */
    public void follow(Instant time) {
        sql.update(
                "INSERT INTO tenant_clock (tenant_id, now) VALUES (?, ?) ON CONFLICT (tenant_id)"
                        + " DO UPDATE SET now = greatest(tenant_clock.now, excluded.now)",
                tenants.current(),
                Timestamp.from(time));
    }
}
