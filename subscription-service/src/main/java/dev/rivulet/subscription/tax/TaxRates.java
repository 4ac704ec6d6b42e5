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

    static final String COLUMNS =
            "SELECT id, code, name, percent, components, inclusive, valid_from, valid_to FROM tax_rate";

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
        sql.hold("tax");
        var inclusive = request.components() == null ? inclusive(request) : inclusive(request, request.components());
        latest(request.code()).ifPresent(before -> succeed(before, request.validFrom()));
        var rate = new TaxRateView(
                Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                request.code(),
                request.name(),
                request.percent(),
                request.components(),
                inclusive,
                request.validFrom(),
                request.validTo());
        sql.update(
                "INSERT INTO tax_rate (tenant_id, id, code, name, percent, components, inclusive, valid_from, valid_to)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                rate.id(),
                rate.code(),
                rate.name(),
                rate.percent(),
                rate.components() == null ? null : rate.components().toArray(String[]::new),
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

    /** Whether prices contain a rate of its own; what combines it goes on doing so. */
    private boolean inclusive(TaxRateRequest request) {
        if (request.percent() == null) {
            throw Rejected.invalid("value-missing", "/percent");
        }
        var inclusive = Boolean.TRUE.equals(request.inclusive());
        if (combining(request).stream().anyMatch(other -> other.inclusive() != inclusive)) {
            throw Rejected.unprocessable("tax-rate-mixed", "/inclusive");
        }
        return inclusive;
    }

    /** Whether prices contain rates that are combined: all of them, or none. */
    private boolean inclusive(TaxRateRequest request, List<String> components) {
        if (request.percent() != null) {
            throw Rejected.unprocessable("tax-percent-or-components", "/components");
        }
        if (!combining(request).isEmpty()) {
            throw Rejected.unprocessable("tax-rate-combined", "/code", request.code());
        }
        var inclusive = request.inclusive();
        for (var i = 0; i < components.size(); i++) {
            var code = components.get(i);
            var pointer = "/components/" + i;
            requireCode(code, pointer);
            var component = latest(code).orElseThrow();
            if (component.components() != null || code.equals(request.code())) {
                throw Rejected.unprocessable("tax-rate-combined", pointer, code);
            }
            if (components.indexOf(code) < i) {
                throw Rejected.unprocessable("tax-component-twice", pointer, code);
            }
            if (inclusive != null && inclusive != component.inclusive()) {
                throw Rejected.unprocessable("tax-rate-mixed", pointer);
            }
            inclusive = component.inclusive();
        }
        return Boolean.TRUE.equals(inclusive);
    }

    /** What combines the code from then on. */
    private List<TaxRateView> combining(TaxRateRequest request) {
        return sql.query(
                COLUMNS + " WHERE tenant_id = ? AND ? = ANY (components) AND (valid_to IS NULL OR valid_to > ?)",
                TaxRates::rate,
                tenants.current(),
                request.code(),
                Date.valueOf(request.validFrom()));
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

    static TaxRateView rate(ResultSet row) throws SQLException {
        var components = row.getArray(5);
        return new TaxRateView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                components == null ? null : List.of((String[]) components.getArray()),
                row.getBoolean(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
