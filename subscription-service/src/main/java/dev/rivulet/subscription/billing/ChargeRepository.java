package dev.rivulet.subscription.billing;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ChargeRepository implements PanacheRepositoryBase<Charge, UUID> {

    Charge get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("charge", id));
    }

    List<Charge> ofInvoice(UUID invoice) {
        return list("invoiceId = ?1 order by position", invoice);
    }

    Charge line(UUID invoice, int position) {
        return find("invoiceId = ?1 and position = ?2", invoice, position)
                .firstResultOptional()
                .orElseThrow(() -> Rejected.notFound("line", position));
    }

    Map<UUID, List<Charge>> ofInvoices(Collection<UUID> invoices) {
        return list("invoiceId in ?1 order by position", invoices).stream()
                .collect(Collectors.groupingBy(charge -> charge.invoiceId));
    }

    List<Charge> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Who was asked for a subscription's charges. */
    Set<UUID> payersOf(UUID subscription) {
        return Set.copyOf(getEntityManager()
                .createQuery("select distinct payerId from Charge where subscriptionId = ?1", UUID.class)
                .setParameter(1, subscription)
                .getResultList());
    }

    /** What credit notes gave back of charges. */
    List<Charge> creditedByNotes(Collection<UUID> charges) {
        return charges.isEmpty()
                ? List.of()
                : list("creditOf in ?1 and creditNoteId is not null and status = ?2", charges, ChargeStatus.INVOICED);
    }

    Map<UUID, List<Charge>> ofCreditNotes(Collection<UUID> notes) {
        return list("creditNoteId in ?1 order by position", notes).stream()
                .collect(Collectors.groupingBy(charge -> charge.creditNoteId));
    }

    List<Charge> list(ChargeFilter filter, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        where(query, parameters, "accountId", filter.accountId);
        where(query, parameters, "payerId", filter.payerId);
        where(query, parameters, "subscriptionId", filter.subscriptionId);
        where(query, parameters, "invoiceId", filter.invoiceId);
        where(query, parameters, "component", filter.component);
        filter.addStatus(query, parameters);
        return find(query + " order by id", parameters).page(0, limit).list();
    }

    private static void where(
            StringBuilder query, Map<String, Object> parameters, String property, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(property).append(" = :").append(property);
            parameters.put(property, value);
        }
    }
}
