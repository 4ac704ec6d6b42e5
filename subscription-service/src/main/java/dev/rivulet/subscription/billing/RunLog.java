package dev.rivulet.subscription.billing;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** How far invoice runs have come, in the system's time, since it tells how fast they are. */
@Singleton
class RunLog {

    private static final String COLUMNS =
            "SELECT id, started_at, finished_at, due, done, failed, invoices, now() FROM billing_run WHERE tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    RunLog(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    UUID start(long due) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "INSERT INTO billing_run (tenant_id, id, started_at, due) VALUES (?, ?, now(), ?)",
                        tenants.current(),
                        id,
                        due));
        return id;
    }

    /** In the transaction of the batch, so that it tells of exactly what was committed. */
    void progress(UUID run, InvoiceRun.Result done) {
        if (done.payers() > 0) {
            sql.update(
                    "UPDATE billing_run SET done = done + ?, failed = failed + ?, invoices = invoices + ?"
                            + " WHERE tenant_id = ? AND id = ?",
                    done.payers() - done.failed(),
                    done.failed(),
                    done.invoices(),
                    tenants.current(),
                    run);
        }
    }

    void finish(UUID run) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE billing_run SET finished_at = clock_timestamp() WHERE tenant_id = ? AND id = ?",
                        tenants.current(),
                        run));
    }

    List<BillingRunView> find(UUID id) {
        return sql.query(COLUMNS + " AND id = ?", BillingRunView::read, tenants.current(), id);
    }

    /** The latest first. */
    List<BillingRunView> list(UUID before, int limit) {
        return sql.query(
                COLUMNS + " AND id < ? ORDER BY id DESC LIMIT ?",
                BillingRunView::read,
                tenants.current(),
                before,
                limit);
    }
}
