package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.Nps;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SurveyAnswerRepository implements PanacheRepositoryBase<SurveyAnswer, UUID> {

    Nps nps() {
        return getEntityManager()
                .createQuery(
                        "select count(case when a.value >= 9 then 1 end), count(case when a.value in (7, 8) then 1"
                            + " end), count(case when a.value <= 6 then 1 end) from SurveyAnswer a where a.kind = NPS",
                        Nps.class)
                .getSingleResult();
    }
}
