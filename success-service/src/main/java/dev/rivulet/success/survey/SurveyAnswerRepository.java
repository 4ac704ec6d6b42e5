package dev.rivulet.success.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SurveyAnswerRepository implements PanacheRepositoryBase<SurveyAnswer, UUID> {

    List<SurveyAnswer> page(
            @Nullable UUID account, @Nullable SurveyKind kind, @Nullable UUID survey, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>(Map.of("after", after));
        if (account != null) {
            query.append(" and accountId = :account");
            values.put("account", account);
        }
        if (kind != null) {
            query.append(" and kind = :kind");
            values.put("kind", kind);
        }
        if (survey != null) {
            query.append(" and surveyId = :survey");
            values.put("survey", survey);
        }
        return find(query.append(" order by id").toString(), values)
                .page(0, limit)
                .list();
    }

    /** With something said, in the order of their recording. */
    List<SurveyAnswer> commented(UUID survey, UUID after, int limit) {
        return find("surveyId = ?1 and comment is not null and id > ?2 order by id", survey, after)
                .page(0, limit)
                .list();
    }

    /** Answered so low from the first time on and before the second. */
    List<SurveyAnswer> low(SurveyKind kind, Instant from, Instant until) {
        return list(
                "kind = ?1 and value <= ?2 and answeredAt >= ?3 and answeredAt < ?4 order by answeredAt, id",
                kind,
                kind.low(),
                from,
                until);
    }

    List<SurveyAnswer> ofPerson(UUID account, String respondent) {
        return list("accountId = ?1 and respondent = ?2 order by id", account, respondent);
    }
}
