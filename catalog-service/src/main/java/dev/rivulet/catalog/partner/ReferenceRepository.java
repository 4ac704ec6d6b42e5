package dev.rivulet.catalog.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ReferenceRepository implements PanacheRepositoryBase<Reference, UUID> {

    List<Reference> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    /** When one of a partner's clients gave their last word. */
    record Word(UUID partnerId, LocalDate confirmedOn) {}

    List<Reference> after(UUID partner, UUID last, int count) {
        return find("partnerId = ?1 and id > ?2 order by id", partner, last)
                .range(0, count - 1)
                .list();
    }

    Optional<Reference> of(UUID partner, UUID id) {
        return find("partnerId = ?1 and id = ?2", partner, id).firstResultOptional();
    }

    List<Word> words(Collection<UUID> partners) {
        return getEntityManager()
                .createQuery(
                        "select partnerId, confirmedOn from Reference"
                                + " where partnerId in :partners and confirmedOn is not null",
                        Word.class)
                .setParameter("partners", partners)
                .getResultList();
    }
}
