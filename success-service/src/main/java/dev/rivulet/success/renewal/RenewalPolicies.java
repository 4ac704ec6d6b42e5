package dev.rivulet.success.renewal;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.renewal.domain.RiskPolicy;
import dev.rivulet.success.renewal.domain.RiskThresholds;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The decision of each tenant; the usual thresholds until then. */
@Singleton
class RenewalPolicies {

    private static final String READ = "SELECT version, score_fall, steep_score_fall, enough_use, little_use,"
            + " unpaid_days, silent_days, many_reasons, good_reasons FROM renewal_policy WHERE tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    RenewalPolicies(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    RiskPolicy get() {
        var found = sql.read(READ, RenewalPolicies::policy, tenants.current());
        return found.isEmpty() ? RiskPolicy.USUAL : found.getFirst();
    }

    @Transactional
    RiskPolicy decide(@Nullable String ifMatch, RiskThresholds lines) {
        var before = get();
        Etag.require(ifMatch, before.version());
        var after = new RiskPolicy(lines, before.version() + 1);
        if (!save(after)) {
            throw Rejected.stale(get().version());
        }
        return after;
    }

    /** Unless somebody else has decided at the same time. */
    private boolean save(RiskPolicy policy) {
        var lines = policy.thresholds();
        return sql.update(
                        "INSERT INTO renewal_policy AS known (tenant_id, version, score_fall, steep_score_fall,"
                                + " enough_use, little_use, unpaid_days, silent_days, many_reasons, good_reasons)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id) DO UPDATE SET"
                                + " version = excluded.version, score_fall = excluded.score_fall,"
                                + " steep_score_fall = excluded.steep_score_fall, enough_use = excluded.enough_use,"
                                + " little_use = excluded.little_use, unpaid_days = excluded.unpaid_days,"
                                + " silent_days = excluded.silent_days, many_reasons = excluded.many_reasons,"
                                + " good_reasons = excluded.good_reasons WHERE known.version = excluded.version - 1",
                        tenants.current(),
                        policy.version(),
                        lines.scoreFall(),
                        lines.steepScoreFall(),
                        lines.enoughUse(),
                        lines.littleUse(),
                        lines.unpaidDays(),
                        lines.silentDays(),
                        lines.manyReasons(),
                        lines.goodReasons())
                == 1;
    }

    private static RiskPolicy policy(ResultSet row) throws SQLException {
        return new RiskPolicy(
                new RiskThresholds(
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9)),
                row.getLong(1));
    }
}
