package dev.rivulet.subscription.account;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, UUID> {

    Contact get(UUID account, UUID id) {
        return find("accountId = ?1 and id = ?2", account, id)
                .firstResultOptional()
                .orElseThrow(() -> Rejected.notFound("contact", id));
    }

    List<Contact> list(UUID account, UUID after, int limit) {
        return find("accountId = ?1 and id > ?2 order by id", account, after)
                .page(0, limit)
                .list();
    }
}
