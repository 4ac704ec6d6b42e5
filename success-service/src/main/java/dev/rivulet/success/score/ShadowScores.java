package dev.rivulet.success.score;

import static dev.rivulet.success.score.ScoreRows.texts;

import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scores of models that are not in force, apart from those that are. */
@Singleton
class ShadowScores {

    private final Sql sql;
    private final Tenants tenants;

    ShadowScores(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Rows that say the same as before are not written. */
    void write(List<ShadowScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO shadow_score AS known (tenant_id, model_id, account_id, score, coverage, computed_at)"
                        + " SELECT ?, * FROM unnest(?::uuid[], ?::uuid[], ?::numeric[], ?::numeric[], ?::timestamptz[])"
                        + " ON CONFLICT (tenant_id, model_id, account_id) DO UPDATE SET score = excluded.score,"
                        + " coverage = excluded.coverage, computed_at = excluded.computed_at"
                        + " WHERE (known.score, known.coverage) IS DISTINCT FROM (excluded.score, excluded.coverage)",
                tenants.current(),
                texts(scores, ShadowScore::modelId),
                texts(scores, ShadowScore::accountId),
                texts(scores, ShadowScore::score),
                texts(scores, ShadowScore::coverage),
                texts(scores, ShadowScore::computedAt));
    }

    /** Removes those of models that are no shadows any more; by itself, for it waits for recomputations. */
    void purge() {
        sql.update(
                "DELETE FROM shadow_score h USING score_model m WHERE h.tenant_id = ? AND m.tenant_id = h.tenant_id"
                        + " AND m.id = h.model_id AND m.status <> ?",
                tenants.current(),
                ModelStatus.SHADOW.name());
    }

    /** A customer's score by the shadow and by the model in force. */
    record Pair(
            UUID account,
            @Nullable BigDecimal shadow,
            BigDecimal shadowCoverage,
            @Nullable BigDecimal active,
            BigDecimal activeCoverage) {}

    /**
     * None of a model that is no shadow any more, whether or not its scores are removed yet.
     *
     * @param only of these customers; null for all
     */
    List<Pair> compared(@Nullable Collection<UUID> only, UUID model, UUID after, int limit) {
        var mine = only == null ? null : only.toArray(UUID[]::new);
        return sql.query(
                "SELECT h.account_id, h.score, h.coverage, s.score, s.coverage FROM shadow_score h"
                        + " JOIN score_model m ON (m.tenant_id, m.id, m.status) = (h.tenant_id, h.model_id, ?)"
                        + " JOIN customer_score s ON s.tenant_id = h.tenant_id AND s.account_id = h.account_id"
                        + " WHERE h.tenant_id = ? AND h.model_id = ? AND h.account_id > ?"
                        + " AND " + OnlyOf.these("h.account_id")
                        + " ORDER BY h.account_id LIMIT ?",
                row -> new Pair(
                        row.getObject(1, UUID.class),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)),
                ModelStatus.SHADOW.name(),
                tenants.current(),
                model,
                after,
                mine,
                mine,
                limit);
    }
}
