package dev.rivulet.success.survey;

import dev.rivulet.success.access.Belonging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SurveyAnswerRepository implements PanacheRepositoryBase<SurveyAnswer, UUID>, Belonging {

    @Override
    public String segment() {
        return "survey-answers";
    }

    @Override
    @Transactional
    public Optional<UUID> customerOf(UUID id, Set<String> caller) {
        return findByIdOptional(id).map(answer -> answer.accountId);
    }

    /** @param only of these customers; null for all */
    List<SurveyAnswer> page(
            @Nullable Collection<UUID> only,
            @Nullable UUID account,
            @Nullable SurveyKind kind,
            @Nullable UUID survey,
            UUID after,
            int limit) {
        var query = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>(Map.of("after", after));
        if (only != null) {
            query.append(" and accountId in :only");
            values.put("only", only);
        }
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

    /**
     * With something said, in the order of their recording.
     *
     * @param only of these customers; null for all
     */
    List<SurveyAnswer> commented(@Nullable Collection<UUID> only, UUID survey, UUID after, int limit) {
        var found = only == null
                ? find("surveyId = ?1 and comment is not null and id > ?2 order by id", survey, after)
                : find(
                        "surveyId = ?1 and comment is not null and id > ?2 and accountId in ?3 order by id",
                        survey,
                        after,
                        only);
        return found.page(0, limit).list();
    }

    /** Answered so low from the first time on and before the second. */
    List<SurveyAnswer> low(SurveyKind kind, Instant from, Instant until) {
        var isLow = kind == SurveyKind.NPS ? "value <= 6" : "2 * value <= points";
        return list(
                "kind = ?1 and " + isLow + " and answeredAt >= ?2 and answeredAt < ?3 order by answeredAt, id",
                kind,
                from,
                until);
    }
}
