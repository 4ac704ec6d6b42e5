package dev.rivulet.success.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SurveyRevisionRepository implements PanacheRepositoryBase<SurveyRevision, UUID> {

    SurveyRevision of(UUID survey, int revision) {
        return find("surveyId = ?1 and revision = ?2", survey, revision).singleResult();
    }

    List<SurveyRevision> of(UUID survey) {
        return list("surveyId = ?1 order by revision", survey);
    }

    /** The current ones of these surveys. */
    List<SurveyRevision> current(Collection<UUID> surveys) {
        return list(
                "from SurveyRevision r where r.surveyId in ?1 and r.revision ="
                        + " (select s.revision from Survey s where s.id = r.surveyId)",
                surveys);
    }
}
