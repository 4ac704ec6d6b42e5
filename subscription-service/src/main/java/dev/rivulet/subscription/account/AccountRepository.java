package dev.rivulet.subscription.account;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

    Account get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("account", id));
    }

    List<Account> list(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
