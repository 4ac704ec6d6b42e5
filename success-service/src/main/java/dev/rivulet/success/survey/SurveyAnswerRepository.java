package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.Nps;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class SurveyAnswerRepository implements PanacheRepositoryBase<SurveyAnswer, UUID> {

    Nps nps() {
        return getEntityManager()
                .createQuery(
                        "select count(case when a.value >= 9 then 1 end), count(case when a.value in (7, 8) then 1 end),"
                                + " count(case when a.value <= 6 then 1 end) from SurveyAnswer a where a.kind = NPS",
                        Nps.class)
                .getSingleResult();
    }

    /** The mean over people of each one's latest answer; accounts without answers are left out. */
    @SuppressWarnings("unchecked")
    Map<UUID, BigDecimal> meanOfLatest(SurveyKind kind, Collection<UUID> accounts) {
        var means = new HashMap<UUID, BigDecimal>();
        getEntityManager()
                .createNativeQuery(
                        "SELECT account_id, round(avg(value), 4) FROM (SELECT DISTINCT ON (account_id, respondent)"
                                + " account_id, value FROM survey_answer WHERE kind = :kind"
                                + " AND account_id IN (:accounts) ORDER BY account_id, respondent, answered_at DESC,"
                                + " id DESC) latest GROUP BY account_id",
                        Tuple.class)
                .setParameter("kind", kind.name())
                .setParameter("accounts", accounts)
                .getResultList()
                .forEach(row -> {
                    var tuple = (Tuple) row;
                    means.put(tuple.get(0, UUID.class), tuple.get(1, BigDecimal.class));
                });
        return means;
    }
}
