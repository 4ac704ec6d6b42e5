package dev.rivulet.catalog.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PartnerRoleRepository implements PanacheRepositoryBase<PartnerRole, UUID> {

    List<PartnerRole> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<PartnerRole> inOrder() {
        return list("from PartnerRole order by id");
    }

    Optional<PartnerRole> named(String key) {
        return find("key", key).firstResultOptional();
    }
}
