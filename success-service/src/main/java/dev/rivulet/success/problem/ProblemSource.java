package dev.rivulet.success.problem;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The unsolved problems of a customer, by severity; of one who never had a problem nothing is known. */
@Singleton
class ProblemSource implements ScoreSource {

    private final Sql sql;
    private final Tenants tenants;

    ProblemSource(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    @Override
    public Component component() {
        return Component.PROBLEMS;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        record Trouble(UUID account, BigDecimal weight) {}
        var readings = new HashMap<UUID, Reading>();
        sql.query(
                        "SELECT account_id, sum(CASE WHEN state NOT IN ('OPEN', 'IN_PROGRESS', 'WAITING') THEN 0"
                                + " WHEN severity = 'LOW' THEN 1 WHEN severity = 'MEDIUM' THEN 2"
                                + " WHEN severity = 'HIGH' THEN 4 ELSE 8 END) FROM problem"
                                + " WHERE tenant_id = ? AND account_id = ANY (?::uuid[]) GROUP BY account_id",
                        row -> new Trouble(row.getObject(1, UUID.class), row.getBigDecimal(2)),
                        tenants.current(),
                        todays.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .forEach(trouble -> readings.put(trouble.account(), Reading.ofToday(trouble.weight())));
        return readings;
    }
}
