package dev.rivulet.success.survey;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The mean over people of each one's latest answer when asked to recommend us, as old as the latest of them. */
@Singleton
class NpsSource implements ScoreSource {

    private final Sql sql;
    private final Tenants tenants;

    NpsSource(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    @Override
    public Component component() {
        return Component.NPS;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        record Mean(UUID account, Reading reading) {}
        var readings = new HashMap<UUID, Reading>();
        sql.query(
                        "SELECT account_id, round(avg(value), 4), max(answered_at) FROM (SELECT DISTINCT ON"
                            + " (a.account_id, a.respondent) a.account_id, a.value, a.answered_at FROM"
                            + " unnest(?::uuid[]) AS wanted (id) JOIN survey_answer a ON a.tenant_id = ? AND a.kind ="
                            + " ? AND a.account_id = wanted.id ORDER BY a.account_id, a.respondent, a.answered_at"
                            + " DESC, a.id DESC) latest GROUP BY account_id",
                        row -> new Mean(
                                row.getObject(1, UUID.class),
                                new Reading(
                                        row.getBigDecimal(2),
                                        row.getTimestamp(3).toInstant())),
                        todays.keySet().stream().map(UUID::toString).toArray(String[]::new),
                        tenants.current(),
                        SurveyKind.NPS.name())
                .forEach(mean -> readings.put(mean.account(), mean.reading()));
        return readings;
    }
}
