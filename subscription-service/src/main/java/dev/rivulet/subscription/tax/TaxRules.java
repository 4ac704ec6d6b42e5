package dev.rivulet.subscription.tax;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Keeps which plan is taxed by which code. */
@ApplicationScoped
@Transactional
class TaxRules {

    private final Sql sql;
    private final Tenants tenants;
    private final TaxRates rates;

    TaxRules(Sql sql, Tenants tenants, TaxRates rates) {
        this.sql = sql;
        this.tenants = tenants;
        this.rates = rates;
    }

    List<TaxRuleRequest> all() {
        return sql.query(
                "SELECT plan_id, code FROM tax_rule WHERE tenant_id = ? ORDER BY id",
                row -> new TaxRuleRequest(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current());
    }

    List<TaxRuleRequest> replace(List<TaxRuleRequest> rules) {
        var plans = new HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            rates.requireCode(rules.get(i).code(), "/" + i + "/code");
            if (!plans.add(String.valueOf(rules.get(i).planId()))) {
                throw Rejected.unprocessable("tax-rule-twice", "/" + i + "/planId");
            }
        }
        sql.hold("tax rules");
        sql.update("DELETE FROM tax_rule WHERE tenant_id = ?", tenants.current());
        for (var rule : rules) {
            sql.update(
                    "INSERT INTO tax_rule (tenant_id, id, plan_id, code) VALUES (?, ?, ?, ?)",
                    tenants.current(),
                    UuidVersion7Strategy.INSTANCE.generateUuid(null),
                    rule.planId(),
                    rule.code());
        }
        return rules;
    }
}
