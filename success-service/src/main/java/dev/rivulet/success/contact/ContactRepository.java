package dev.rivulet.success.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, UUID> {

    List<Contact> ofAccount(UUID account) {
        return list("accountId = ?1 order by id", account);
    }
}
