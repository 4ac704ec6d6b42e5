package dev.rivulet.kit.outbox;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** What each consumer has received, in the database of the effects. */
@Singleton
class Received {

    private final Sql sql;
    private final Tenants tenants;

    Received(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    boolean first(String consumer, Event event) {
        return changed(
                "INSERT INTO inbox (tenant_id, consumer, source, event_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.tenant(),
                consumer,
                event.source(),
                event.id());
    }

    /** Whether a snapshot is newer than the last one applied; remembers it if so. */
    boolean newer(String consumer, String topic, Event event) {
        return changed(
                "INSERT INTO inbox_version AS seen (tenant_id, consumer, topic, aggregate_id, version)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, consumer, topic, aggregate_id)"
                        + " DO UPDATE SET version = excluded.version WHERE seen.version < excluded.version",
                event.tenant(),
                consumer,
                topic,
                event.aggregate(),
                event.version());
    }

    private boolean changed(String statement, Object... values) {
        return sql.update(statement, values) == 1;
    }

    /** Events older than any topic keeps cannot come again. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.update("DELETE FROM inbox WHERE received_at < now() - interval '30 days'")));
    }
}
