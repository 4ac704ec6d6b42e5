package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.offer.Benefit;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a subscription in one round trip, because nothing is asked for as often. */
@Singleton
class SubscriptionReading {

    private static final String SUBSCRIPTION = "SELECT id, version, account_id, product_id, plan_id, plan_name,"
            + " plan_version, price_minor, currency, period, proposition_id, proposition_version, benefit_metric,"
            + " benefit_unit, benefit_baseline, benefit_target, benefit_within_days, seats, status, phase, base_id,"
            + " start_date, end_date, created_at, suspended_on,"
            + " charged_through FROM subscription WHERE tenant_id = ? AND id = ?";

    private final Sql sql;
    private final Tenants tenants;

    SubscriptionReading(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    SubscriptionView get(UUID id) {
        return sql.read(SUBSCRIPTION, SubscriptionReading::subscription, tenants.current(), id).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("subscription", id));
    }

    private static SubscriptionView subscription(ResultSet row) throws SQLException {
        var suspendedOn = row.getObject(25, LocalDate.class);
        var status = Subscription.shown(SubscriptionStatus.valueOf(row.getString(19)), suspendedOn);
        return new SubscriptionView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getInt(7),
                new Money(row.getLong(8), Currency.getInstance(row.getString(9))),
                BillingPeriod.valueOf(row.getString(10)),
                row.getObject(11, UUID.class),
                row.getInt(12),
                benefit(row),
                row.getInt(18),
                status,
                Phase.valueOf(row.getString(20)),
                row.getObject(21, UUID.class),
                row.getObject(22, LocalDate.class),
                row.getObject(23, LocalDate.class),
                row.getObject(26, LocalDate.class),
                status == SubscriptionStatus.SUSPENDED ? suspendedOn : null,
                row.getObject(24, OffsetDateTime.class).toInstant());
    }

    private static @Nullable Benefit benefit(ResultSet row) throws SQLException {
        var metric = row.getString(13);
        return metric == null
                ? null
                : new Benefit(metric, row.getString(14), row.getString(15), row.getString(16), row.getInt(17));
    }
}
