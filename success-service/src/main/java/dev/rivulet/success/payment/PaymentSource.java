package dev.rivulet.success.payment;

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

/** By how many days the oldest unpaid invoice of a customer that has been invoiced at all is overdue. */
@Singleton
class PaymentSource implements ScoreSource {

    private final Sql sql;
    private final Tenants tenants;

    PaymentSource(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    @Override
    public Component component() {
        return Component.PAYMENT;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        record Overdue(UUID account, long days) {}
        var readings = new HashMap<UUID, Reading>();
        sql.query(
                        "SELECT wanted.id, greatest(0, max(wanted.today - r.due_on)"
                                + " FILTER (WHERE r.paid_on IS NULL AND NOT r.closed))"
                                + " FROM unnest(?::uuid[], ?::date[]) AS wanted (id, today)"
                                + " JOIN receivable r ON r.tenant_id = ? AND r.account_id = wanted.id"
                                + " GROUP BY wanted.id",
                        row -> new Overdue(row.getObject(1, UUID.class), row.getLong(2)),
                        todays.keySet().stream().map(UUID::toString).toArray(String[]::new),
                        todays.values().stream().map(LocalDate::toString).toArray(String[]::new),
                        tenants.current())
                .forEach(overdue ->
                        readings.put(overdue.account(), Reading.ofToday(BigDecimal.valueOf(overdue.days()))));
        return readings;
    }
}
