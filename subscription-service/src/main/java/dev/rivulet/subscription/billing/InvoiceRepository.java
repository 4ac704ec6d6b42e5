package dev.rivulet.subscription.billing;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class InvoiceRepository implements PanacheRepositoryBase<Invoice, UUID> {

    private final Tenants tenants;

    InvoiceRepository(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * The tenant's next invoice number. Its row stays locked until the transaction ends and goes back with it, so no
     * number is lost; take it late, because every other invoice of the tenant waits behind.
     */
    long nextNumber() {
        var number = getEntityManager()
                .createNativeQuery("INSERT INTO invoice_counter AS c (tenant_id, last) VALUES (:tenant, 1)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET last = c.last + 1 RETURNING last")
                .setParameter("tenant", tenants.current())
                .getSingleResult();
        return ((Number) number).longValue();
    }

    /** The last number given, 0 before the first. */
    long lastNumber() {
        var last = getEntityManager()
                .createNativeQuery("SELECT coalesce(max(last), 0) FROM invoice_counter WHERE tenant_id = :tenant")
                .setParameter("tenant", tenants.current())
                .getSingleResult();
        return ((Number) last).longValue();
    }

    List<Invoice> list(
            @Nullable UUID accountId,
            @Nullable UUID subscriptionId,
            @Nullable InvoiceStatus status,
            UUID after,
            int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (accountId != null) {
            query.append(" and accountId = :account");
            parameters.put("account", accountId);
        }
        if (subscriptionId != null) {
            query.append(" and subscriptionId = :subscription");
            parameters.put("subscription", subscriptionId);
        }
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }
}
