package dev.rivulet.success.clock;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The tenants that have work which only the passing of time sets off. */
@Singleton
public class ClockedTenants {

    private static final Logger LOG = Logger.getLogger(ClockedTenants.class);

    private final Tenants tenants;
    private final Sql sql;
    /** Those that a round has seen, and so will be seen by every later one. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private volatile boolean stopping;

    ClockedTenants(Tenants tenants, Sql sql) {
        this.tenants = tenants;
        this.sql = sql;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** From the end of this transaction on the current tenant is visited. */
    public void remember() {
        if (seen.contains(tenants.current())) {
            return;
        }
        sql.update("INSERT INTO clocked_tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING", tenants.current());
    }

    /**
     * Carries out work for each of them, piece by piece, each in a transaction of its own, as long as there is more.
     *
     * @param piece returns whether there may be more
     */
    public void visitByPieces(String what, BooleanSupplier piece) {
        visit(what, () -> {
            while (QuarkusTransaction.requiringNew().call(piece::getAsBoolean)) {
                // The next piece.
            }
        });
    }

    /** Carries out work for each of them, outside of any transaction; one tenant's failure does not stop the others. */
    public void visit(String what, Runnable work) {
        var known = tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() ->
                        sql.query("SELECT tenant_id FROM clocked_tenant ORDER BY tenant_id", row -> row.getString(1))));
        seen.addAll(known);
        for (var tenant : known) {
            if (stopping) {
                return;
            }
            try {
                tenants.as(tenant, () -> {
                    work.run();
                    return true;
                });
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.errorf(e, "%s of tenant %s broke off", what, tenant);
                }
            }
        }
    }
}
