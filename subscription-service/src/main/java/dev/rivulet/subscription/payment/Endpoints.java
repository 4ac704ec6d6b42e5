package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where providers call back: each address belongs to one tenant and one provider. */
@ApplicationScoped
class Endpoints {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    Endpoints(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Transactional
    EndpointView add(EndpointRequest request) {
        if (request.provider() == PaymentMethod.BANK_TRANSFER) {
            throw Rejected.unprocessable("bank-never-calls", "/provider");
        }
        // Random, not in order of time: who knows one address knows nothing of others.
        var id = UUID.randomUUID();
        var now = clock.now();
        sql.update(
                "INSERT INTO payment_endpoint (tenant_id, id, provider, created_at) VALUES (?, ?, ?, ?)",
                tenants.current(),
                id,
                request.provider().name(),
                Timestamp.from(now));
        return EndpointView.of(id, request.provider(), now);
    }

    @Transactional
    List<EndpointView> list(UUID after, int limit) {
        return sql.query(
                "SELECT id, provider, created_at FROM payment_endpoint WHERE tenant_id = ? AND id > ?"
                        + " ORDER BY id LIMIT ?",
                row -> EndpointView.of(
                        row.getObject(1, UUID.class),
                        PaymentMethod.valueOf(row.getString(2)),
                        row.getTimestamp(3).toInstant()),
                tenants.current(),
                after,
                limit);
    }

    /** Whose an address is: the one question that is asked across tenants. */
    Optional<String> tenantOf(PaymentMethod provider, UUID endpoint) {
        return tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql
                        .query(
                                "SELECT tenant_id FROM payment_endpoint WHERE id = ? AND provider = ?",
                                row -> row.getString(1),
                                endpoint,
                                provider.name())
                        .stream()
                        .findFirst()));
    }

    /** False when the event was received before. */
    boolean isNew(UUID endpoint, String event, String type) {
        return sql.update(
                        "INSERT INTO payment_callback (tenant_id, endpoint_id, event_id, type, received_at)"
                                + " VALUES (?, ?, ?, ?, now()) ON CONFLICT DO NOTHING",
                        tenants.current(),
                        endpoint,
                        event,
                        type)
                == 1;
    }
}
