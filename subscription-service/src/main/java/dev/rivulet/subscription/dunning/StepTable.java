package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.dunning.domain.Action;
import dev.rivulet.subscription.dunning.domain.Debt;
import dev.rivulet.subscription.dunning.domain.Escalation.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The steps taken; each once in an episode, whoever tries. */
@ApplicationScoped
class StepTable {

    private final Sql sql;
    private final Tenants tenants;

    StepTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void add(UUID id, UUID ofCase, Planned step, Debt debt, LocalDate today, Instant now) {
        sql.update(
                "INSERT INTO dunning_step (tenant_id, id, case_id, step, action, owed_minor, currency, days_overdue,"
                        + " taken_on, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                id,
                ofCase,
                step.key(),
                step.action().name(),
                debt.owed().minor(),
                debt.owed().currency().getCurrencyCode(),
                debt.daysOverdue(today),
                today,
                Timestamp.from(now));
    }

    Set<String> keys(UUID ofCase) {
        return new HashSet<>(sql.query(
                "SELECT step FROM dunning_step WHERE tenant_id = ? AND case_id = ?",
                row -> row.getString(1),
                tenants.current(),
                ofCase));
    }

    /** Steps by case, in the order they were taken. */
    Map<UUID, List<CaseView.Step>> of(List<UUID> cases) {
        var found = new HashMap<UUID, List<CaseView.Step>>();
        sql.query(
                "SELECT case_id, step, action, owed_minor, currency, days_overdue, taken_on FROM dunning_step"
                        + " WHERE tenant_id = ? AND case_id = ANY (?::uuid[]) ORDER BY id",
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new CaseView.Step(
                                row.getString(2),
                                Action.valueOf(row.getString(3)),
                                new Money(row.getLong(4), Currency.getInstance(row.getString(5))),
                                row.getInt(6),
                                row.getObject(7, LocalDate.class))),
                tenants.current(),
                cases.stream().map(UUID::toString).toArray(String[]::new));
        return found;
    }
}
