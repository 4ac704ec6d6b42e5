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
import java.util.Map;
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
        var rates = rates(day);
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

    /** What combines others can be owed only while all of them hold. */
    private Map<String, List<TaxRate>> rates(LocalDate day) {
        var rows = sql.query(
                TaxRates.COLUMNS + " WHERE tenant_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)",
                TaxRates::rate,
                tenants.current(),
                Date.valueOf(day),
                Date.valueOf(day));
        var rates = new HashMap<String, List<TaxRate>>();
        for (var row : rows) {
            if (row.percent() != null) {
                var rate = new TaxRate(row.code(), row.name(), row.percent(), row.inclusive());
                rates.put(row.code(), List.of(rate));
            }
        }
        for (var row : rows) {
            var components = row.components();
            if (components != null && rates.keySet().containsAll(components)) {
                rates.put(
                        row.code(),
                        components.stream()
                                .flatMap(code -> rates.getOrDefault(code, List.of()).stream())
                                .toList());
            }
        }
        return rates;
    }

    private List<Rule> rules() {
        return sql.query(
                "SELECT plan_id, code FROM tax_rule WHERE tenant_id = ?",
                row -> new Rule(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current());
    }
}
