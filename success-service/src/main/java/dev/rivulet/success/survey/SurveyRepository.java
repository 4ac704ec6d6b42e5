package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.SurveyStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SurveyRepository implements PanacheRepositoryBase<Survey, UUID> {

    List<Survey> page(@Nullable SurveyStatus status, UUID after, int limit) {
        var found = status == null
                ? find("id > ?1 order by id", after)
                : find("id > ?1 and status = ?2 order by id", after, status);
        return found.page(0, limit).list();
    }
}
