package dev.rivulet.subscription.tax;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Keeps tax rates. A rate is never changed, because invoices name it; another follows it from a day on. */
@ApplicationScoped
@Transactional
public class TaxRates {

    private static final String COLUMNS =
            "SELECT id, code, name, percent, inclusive, valid_from, valid_to FROM tax_rate";

    private final Sql sql;
    private final Tenants tenants;

    TaxRates(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Refuses a code that no rate has. */
    public void requireCode(String code, String pointer) {
        if (latest(code).isEmpty()) {
            throw Rejected.unprocessable("tax-code-unknown", pointer, code);
        }
    }

    TaxRateView add(TaxRateRequest request) {
        if (request.validTo() != null && !request.validTo().isAfter(request.validFrom())) {
            throw Rejected.unprocessable("date-order", "/validTo", request.validFrom());
        }
        sql.hold("tax", request.code());
        latest(request.code()).ifPresent(before -> succeed(before, request.validFrom()));
        var rate = new TaxRateView(
                Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                request.code(),
                request.name(),
                request.percent(),
                Boolean.TRUE.equals(request.inclusive()),
                request.validFrom(),
                request.validTo());
        sql.update(
                "INSERT INTO tax_rate (tenant_id, id, code, name, percent, inclusive, valid_from, valid_to)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                rate.id(),
                rate.code(),
                rate.name(),
                rate.percent(),
                rate.inclusive(),
                Date.valueOf(rate.validFrom()),
                date(rate.validTo()));
        return rate;
    }

    List<TaxRateView> list(UUID after, int limit) {
        return sql.query(
                COLUMNS + " WHERE tenant_id = ? AND id > ? ORDER BY id LIMIT ?",
                TaxRates::rate,
                tenants.current(),
                after,
                limit);
    }

    TaxRateView get(UUID id) {
        return sql.query(COLUMNS + " WHERE tenant_id = ? AND id = ?", TaxRates::rate, tenants.current(), id).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("tax rate", id));
    }

    private void succeed(TaxRateView before, LocalDate from) {
        if (!from.isAfter(before.validFrom())) {
            throw Rejected.unprocessable("tax-rate-order", "/validFrom", before.validFrom());
        }
        if (before.validTo() == null || before.validTo().isAfter(from)) {
            sql.update(
                    "UPDATE tax_rate SET valid_to = ? WHERE tenant_id = ? AND id = ?",
                    Date.valueOf(from),
                    tenants.current(),
                    before.id());
        }
    }

    private Optional<TaxRateView> latest(String code) {
        return sql
                .query(
                        COLUMNS + " WHERE tenant_id = ? AND code = ? ORDER BY valid_from DESC LIMIT 1",
                        TaxRates::rate,
                        tenants.current(),
                        code)
                .stream()
                .findFirst();
    }

    private static TaxRateView rate(ResultSet row) throws SQLException {
        return new TaxRateView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBoolean(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
