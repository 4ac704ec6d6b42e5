package dev.rivulet.catalog.proposition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

    /** How many promises resting on a proposition had an outcome. */
    record Tally(UUID propositionId, Outcome outcome, long promises) {}

    List<Tally> tallies(Collection<UUID> propositions) {
        return getEntityManager()
                .createQuery(
                        "select propositionId, outcome, count(*) from Evidence where propositionId in :propositions"
                                + " group by propositionId, outcome",
                        Tally.class)
                .setParameter("propositions", propositions)
                .getResultList();
    }

    /** The newest few of each proposition, newest first. */
    List<Evidence> latest(Collection<UUID> propositions, int each) {
        return find(
                        "from Evidence where promiseId in (select ranked.promise from (select promiseId as promise,"
                                + " row_number() over (partition by propositionId"
                                + " order by confirmedOn desc, promiseId desc) as place"
                                + " from Evidence where propositionId in ?1) ranked where ranked.place <= ?2)"
                                + " order by confirmedOn desc, promiseId desc",
                        propositions,
                        each)
                .list();
    }
}
