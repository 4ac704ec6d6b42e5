package dev.rivulet.success.calendar;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Goes round the tenants for what no event tells of: a date that has come. */
@Singleton
public class TenantRounds {

    private static final Logger LOG = Logger.getLogger(TenantRounds.class);

    private final Tenants tenants;
    private final Sql sql;

    TenantRounds(Tenants tenants, Sql sql) {
        this.tenants = tenants;
        this.sql = sql;
    }

    /** The current tenant has something that a date may change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void include() {
        sql.update("INSERT INTO dated_tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING", tenants.current());
    }

    /**
     * Does a piece of the work for each tenant, each in its own transaction, as long as there is more; one tenant's
     * failure does not keep the others waiting.
     *
     * @param piece returns whether there may be more
     */
    public void round(String what, BooleanSupplier piece) {
        var all = tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() ->
                        sql.query("SELECT tenant_id FROM dated_tenant ORDER BY tenant_id", row -> row.getString(1))));
        for (var tenant : all) {
            try {
                tenants.as(tenant, () -> {
                    while (QuarkusTransaction.requiringNew().call(piece::getAsBoolean)) {
                        // The next piece.
                    }
                    return true;
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s of %s could not be brought up to date", what, tenant);
            }
        }
    }
}
