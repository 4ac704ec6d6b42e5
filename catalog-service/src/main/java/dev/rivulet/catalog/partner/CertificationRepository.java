package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.partner.domain.PartnerStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class CertificationRepository implements PanacheRepositoryBase<Certification, UUID> {

    List<Certification> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    /** A certification beside its person. */
    record Held(Certification certification, boolean left) {}

    /** Which partner's person knows which version. */
    record Known(UUID partnerId, UUID personId, UUID playbookId) {}

    List<Held> after(UUID partner, UUID last, int count) {
        return getEntityManager()
                .createQuery(
                        "select c, case when p.leftAt is null then false else true end from Certification c"
                                + " join Person p on p.id = c.personId"
                                + " where c.partnerId = :partner and c.id > :last order by c.id",
                        Held.class)
                .setParameter("partner", partner)
                .setParameter("last", last)
                .setMaxResults(count)
                .getResultList();
    }

    /** What the people of these partners know who have not left. */
    List<Known> knownBy(Collection<UUID> partners) {
        return getEntityManager()
                .createQuery(
                        "select c.partnerId, c.personId, c.playbookId from Certification c"
                                + " join Person p on p.id = c.personId"
                                + " where c.partnerId in :partners and p.leftAt is null",
                        Known.class)
                .setParameter("partners", partners)
                .getResultList();
    }

    /** Those of people who have not left. */
    List<Certification> on(UUID playbook) {
        return list(
                "from Certification c where c.playbookId = ?1"
                        + " and exists (select 1 from Person p where p.id = c.personId and p.leftAt is null)"
                        + " order by c.id",
                playbook);
    }

    /** How many people know one of these versions, of partners in one of these states. */
    long sellers(Collection<UUID> playbooks, Collection<PartnerStatus> states) {
        return getEntityManager()
                .createQuery(
                        "select count(distinct c.personId) from Certification c"
                                + " join Person p on p.id = c.personId join Partner o on o.id = c.partnerId"
                                + " where c.playbookId in :playbooks and p.leftAt is null and o.status in :states",
                        Long.class)
                .setParameter("playbooks", playbooks)
                .setParameter("states", states)
                .getSingleResult();
    }

    /** How many people of a partner know one of these versions. */
    long sellersOf(UUID partner, Collection<UUID> playbooks) {
        return getEntityManager()
                .createQuery(
                        "select count(distinct c.personId) from Certification c join Person p on p.id = c.personId"
                                + " where c.partnerId = :partner and c.playbookId in :playbooks and p.leftAt is null",
                        Long.class)
                .setParameter("partner", partner)
                .setParameter("playbooks", playbooks)
                .getSingleResult();
    }
}
