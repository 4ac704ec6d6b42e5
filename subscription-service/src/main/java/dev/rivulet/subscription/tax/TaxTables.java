package dev.rivulet.subscription.tax;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.tax.domain.TaxRate;
import dev.rivulet.subscription.tax.domain.TaxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's tax rates and rules. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TaxTables {

    private final Sql sql;
    private final Tenants tenants;

    TaxTables(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    private record Rule(@Nullable UUID planId, String code) {}

    /** What holds on a day. */
    public TaxTable on(LocalDate day) {
        var rates = new HashMap<String, TaxRate>();
        sql.query(
                        "SELECT code, percent, inclusive FROM tax_rate WHERE tenant_id = ? AND valid_from <= ?"
                                + " AND (valid_to IS NULL OR valid_to > ?)",
                        row -> new TaxRate(row.getString(1), row.getBigDecimal(2), row.getBoolean(3)),
                        tenants.current(),
                        Date.valueOf(day),
                        Date.valueOf(day))
                .forEach(rate -> rates.put(rate.code(), rate));
        var byPlan = new HashMap<UUID, String>();
        String standard = null;
        for (var rule : rules()) {
            if (rule.planId() == null) {
                standard = rule.code();
            } else {
                byPlan.put(rule.planId(), rule.code());
            }
        }
        return new TaxTable(rates, byPlan, standard);
    }

    private List<Rule> rules() {
        return sql.query(
                "SELECT plan_id, code FROM tax_rule WHERE tenant_id = ?",
                row -> new Rule(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current());
    }
}
