package dev.rivulet.success.interaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class InteractionRepository implements PanacheRepositoryBase<Interaction, UUID> {

    /** When a person was last met. */
    record Last(UUID contactId, Instant at) {}

    List<Last> last(Collection<UUID> contacts) {
        return getEntityManager()
                .createQuery(
                        "select i.contactId, max(i.occurredAt) from Interaction i where i.contactId in :contacts"
                                + " group by i.contactId",
                        Last.class)
                .setParameter("contacts", contacts)
                .getResultList();
    }

    List<Interaction> page(UUID account, UUID after, int limit) {
        return find("accountId = ?1 and id > ?2 order by id", account, after)
                .page(0, limit)
                .list();
    }

    void move(UUID from, UUID to) {
        update("accountId = ?1 where accountId = ?2", to, from);
    }
}
