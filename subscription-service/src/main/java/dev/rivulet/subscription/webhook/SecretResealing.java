package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.webhook.SecretBox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals anew what is not sealed with the present key, so that a key can be changed: the new one is added and named the
 * present one, and once nothing is sealed with the old one that can go. Made at the start, so that a service without a
 * key does not begin.
 */
@Startup
@Singleton
class SecretResealing {

    private final DeliveryQueue queue;
    private final SecretBox box;
    private final Sql sql;
    private final Tenants tenants;

    SecretResealing(DeliveryQueue queue, SecretBox box, Sql sql, Tenants tenants) {
        this.queue = queue;
        this.box = box;
        this.sql = sql;
        this.tenants = tenants;
    }

    private static final class Kept {

        final UUID id;
        final byte[] secret;
        final byte @Nullable [] previous;

        Kept(ResultSet row) throws SQLException {
            id = row.getObject(1, UUID.class);
            secret = row.getBytes(2);
            previous = row.getBytes(3);
        }
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void resealAll() {
        for (var tenant :
                tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(queue::tenants))) {
            tenants.as(tenant, () -> QuarkusTransaction.requiringNew().call(this::reseal));
        }
    }

    /** Of the current tenant; how many. */
    int reseal() {
        var resealed = 0;
        for (var kept : sql.query(
                "SELECT id, secret, previous_secret FROM webhook_endpoint WHERE tenant_id = ? ORDER BY id FOR UPDATE",
                Kept::new,
                tenants.current())) {
            if (isOutdated(kept.secret) || isOutdated(kept.previous)) {
                sql.update(
                        "UPDATE webhook_endpoint SET secret = ?, previous_secret = ? WHERE tenant_id = ? AND id = ?",
                        again(kept.secret),
                        again(kept.previous),
                        tenants.current(),
                        kept.id);
                resealed++;
            }
        }
        return resealed;
    }

    private boolean isOutdated(byte @Nullable [] sealed) {
        return sealed != null && box.isOutdated(sealed);
    }

    private byte @Nullable [] again(byte @Nullable [] sealed) {
        return sealed == null ? null : box.seal(tenants.current(), box.open(tenants.current(), sealed));
    }
}
