package dev.rivulet.subscription.billing;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CreditNoteRepository implements PanacheRepositoryBase<CreditNote, UUID> {

    CreditNote get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("credit note", id));
    }

    List<CreditNote> list(@Nullable UUID accountId, @Nullable UUID invoiceId, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (accountId != null) {
            query.append(" and accountId = :account");
            parameters.put("account", accountId);
        }
        if (invoiceId != null) {
            query.append(" and invoiceId = :invoice");
            parameters.put("invoice", invoiceId);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }
}
