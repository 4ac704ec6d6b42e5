package dev.rivulet.catalog.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

    List<Person> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<Person> after(UUID partner, UUID last, int count) {
        return find("partnerId = ?1 and id > ?2 order by id", partner, last)
                .range(0, count - 1)
                .list();
    }

    Optional<Person> of(UUID partner, UUID id) {
        return find("partnerId = ?1 and id = ?2", partner, id).firstResultOptional();
    }
}
