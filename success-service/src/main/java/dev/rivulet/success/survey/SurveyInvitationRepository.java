package dev.rivulet.success.survey;

import dev.rivulet.success.access.Belonging;
import dev.rivulet.success.survey.domain.InvitationStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SurveyInvitationRepository implements PanacheRepositoryBase<SurveyInvitation, UUID>, Belonging {

    @Override
    public String segment() {
        return "survey-invitations";
    }

    @Override
    @Transactional
    public Optional<UUID> customerOf(UUID id, Set<String> caller) {
        return accountOf(id);
    }

    /** How many of a survey's invitations stand where. */
    record Count(InvitationStatus status, long invitations) {}

    /** @param only of these customers; null for all */
    List<SurveyInvitation> page(
            @Nullable Collection<UUID> only,
            @Nullable UUID survey,
            @Nullable UUID wave,
            @Nullable UUID account,
            @Nullable InvitationStatus status,
            UUID after,
            int limit) {
        var query = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>(Map.of("after", after));
        if (only != null) {
            query.append(" and accountId in :only");
            values.put("only", only);
        }
        if (survey != null) {
            query.append(" and surveyId = :survey");
            values.put("survey", survey);
        }
        if (wave != null) {
            query.append(" and waveId = :wave");
            values.put("wave", wave);
        }
        if (account != null) {
            query.append(" and accountId = :account");
            values.put("account", account);
        }
        if (status != null) {
            query.append(" and status = :status");
            values.put("status", status);
        }
        return find(query.append(" order by id").toString(), values)
                .page(0, limit)
                .list();
    }

    /** Whose invitation a link is, without reading the rest of it: its customer is locked before it is. */
    record Link(UUID id, UUID accountId) {}

    Optional<Link> byToken(String hash) {
        return getEntityManager()
                .createQuery("select id, accountId from SurveyInvitation where tokenHash = :hash", Link.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    Optional<UUID> accountOf(UUID id) {
        return getEntityManager()
                .createQuery("select accountId from SurveyInvitation where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    SurveyInvitation locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Map<InvitationStatus, Long> counts(UUID survey) {
        var counts = new EnumMap<InvitationStatus, Long>(InvitationStatus.class);
        getEntityManager()
                .createQuery(
                        "select status, count(*) from SurveyInvitation where surveyId = :survey group by status",
                        Count.class)
                .setParameter("survey", survey)
                .getResultList()
                .forEach(count -> counts.put(count.status(), count.invitations()));
        return counts;
    }
}
