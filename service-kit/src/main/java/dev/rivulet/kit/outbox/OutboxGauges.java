package dev.rivulet.kit.outbox;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How much waits in the outbox and for an operator, and how long the oldest event has waited. */
@Singleton
class OutboxGauges {

    private final Sql sql;
    private final Tenants tenants;
    private final AtomicLong waiting;
    private final AtomicLong oldestSeconds;
    private final AtomicLong deadLetters;

    OutboxGauges(Sql sql, Tenants tenants, MeterRegistry registry) {
        this.sql = sql;
        this.tenants = tenants;
        this.waiting = registry.gauge("rivulet.outbox.waiting", new AtomicLong());
        this.oldestSeconds = registry.gauge("rivulet.outbox.oldest.seconds", new AtomicLong());
        this.deadLetters = registry.gauge("rivulet.dead.letters", new AtomicLong());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint,"
                                + " (SELECT count(*) FROM dead_letter WHERE resolved_at IS NULL) FROM outbox",
                        row -> {
                            waiting.set(row.getLong(1));
                            oldestSeconds.set(row.getLong(2));
                            deadLetters.set(row.getLong(3));
                            return true;
                        })));
    }
}
