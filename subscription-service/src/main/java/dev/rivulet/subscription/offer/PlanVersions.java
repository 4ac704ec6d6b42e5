package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Timing;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every plan that was ever published, as far as it was heard of. */
@Singleton
class PlanVersions {

    private final Sql sql;
    private final Tenants tenants;
    private final OfferJson json;

    PlanVersions(Sql sql, Tenants tenants, OfferJson json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** Keeps a version as a snapshot of its plan shows it. */
    void keepShown(UUID planId, PlanVersion version) {
        keep(planId, version, """
                DO UPDATE SET name = excluded.name, price_minor = excluded.price_minor, currency = excluded.currency,
                  period = excluded.period, trial_days = excluded.trial_days, billing = excluded.billing,
                  phases = excluded.phases, fixed_term_periods = excluded.fixed_term_periods,
                  commitment_minor = excluded.commitment_minor, rollout_policy = excluded.rollout_policy,
                  rollout_from = excluded.rollout_from""");
    }

    /** Keeps a version as its publication tells of it; an old event of that kind tells less than a snapshot. */
    void keepPublished(UUID planId, PlanVersion version) {
        keep(planId, version, "DO UPDATE SET published_at = excluded.published_at");
    }

    private void keep(UUID planId, PlanVersion version, String otherwise) {
        sql.update(
                "INSERT INTO offer_plan_version (tenant_id, plan_id, number, name, price_minor, currency, period,"
                        + " trial_days, billing, phases, fixed_term_periods, commitment_minor, rollout_policy,"
                        + " rollout_from, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, plan_id, number) " + otherwise,
                tenants.current(),
                planId,
                version.number(),
                version.name(),
                version.price().minor(),
                version.price().currency().getCurrencyCode(),
                version.period().name(),
                version.trialDays(),
                version.timing().name(),
                json.write(version.phases()),
                version.fixedTermPeriods(),
                version.minimumCommitment() == null
                        ? null
                        : version.minimumCommitment().minor(),
                version.rollout().policy().name(),
                version.rollout().from(),
                version.publishedAt() == null ? null : version.publishedAt().atOffset(ZoneOffset.UTC));
    }

    /** What all versions of a plan have in common. */
    record Head(UUID id, UUID productId, @Nullable UUID addOnOf, boolean isPublished) {}

    /** Empty while the plan was not heard of. */
    Optional<Head> headOf(UUID planId) {
        return sql
                .query(
                        "SELECT id, product_id, add_on_of, status = ? FROM offer_plan WHERE tenant_id = ? AND id = ?",
                        row -> new Head(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getBoolean(4)),
                        OfferPlan.PUBLISHED,
                        tenants.current(),
                        planId)
                .stream()
                .findFirst();
    }

    /** Oldest first. */
    List<PlanVersion> of(UUID planId) {
        return sql.query(
                "SELECT number, name, price_minor, currency, period, trial_days, billing, phases, fixed_term_periods,"
                        + " commitment_minor, rollout_policy, rollout_from, published_at FROM offer_plan_version"
                        + " WHERE tenant_id = ? AND plan_id = ? ORDER BY number",
                this::read,
                tenants.current(),
                planId);
    }

    private PlanVersion read(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString(4));
        var publishedAt = row.getObject(13, OffsetDateTime.class);
        return new PlanVersion(
                row.getInt(1),
                row.getString(2),
                new Money(row.getLong(3), currency),
                BillingPeriod.valueOf(row.getString(5)),
                row.getInt(6),
                Timing.valueOf(row.getString(7)),
                json.list(row.getString(8), PlanPhase[].class),
                row.getObject(9, Integer.class),
                commitment(row.getObject(10, Long.class), currency),
                new Rollout(Rollout.Policy.valueOf(row.getString(11)), row.getObject(12, LocalDate.class)),
                publishedAt == null ? null : publishedAt.toInstant());
    }

    private static @Nullable Money commitment(@Nullable Long minor, Currency currency) {
        return minor == null ? null : new Money(minor, currency);
    }
}
