package dev.rivulet.subscription.account;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

    Account get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("account", id));
    }

    List<Account> list(@Nullable UUID parentId, @Nullable UUID payerId, @Nullable String name, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (parentId != null) {
            query.append(" and parentId = :parent");
            parameters.put("parent", parentId);
        }
        if (payerId != null) {
            query.append(" and payerId = :payer");
            parameters.put("payer", payerId);
        }
        if (name != null) {
            query.append(" and locate(:name, lower(name)) > 0");
            parameters.put("name", name.toLowerCase(Locale.ROOT));
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }

    /** No account keeps this address any more. */
    void forget(String email) {
        update("update versioned Account set email = null where lower(email) = lower(?1)", email);
    }
}
