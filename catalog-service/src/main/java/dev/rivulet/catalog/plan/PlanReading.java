package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.catalog.plan.domain.RolloutPolicy;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * Reads a plan in one round trip, because nothing is asked for as often. Those read last are in memory, each under the
 * transaction that wrote its row and the version it has: both are asked for with every answer, so that a copy is never
 * out of date on any replica, and that costs half of what the row does.
 */
@Singleton
class PlanReading {

    private static final String ONE = " FROM plan WHERE tenant_id = ? AND id = ?";
    private static final String STAMP = "SELECT xmin::text, version" + ONE;
    private static final String PLAN = "SELECT id, version, product_id, key, add_on_of, name, status, plan_version,"
            + " draft_version, price_minor, price_currency, period, trial_days, entitlements, touch_model,"
            + " success_metric, rollout_policy, rollout_from, created_at, published_at, billing, phases,"
            + " fixed_term_periods, commitment_minor, commitment_currency, xmin::text" + ONE;
    // Stored by Hibernate's own mapper: the API's strictness has no say in what is read back.
    private static final ObjectMapper STORED = new ObjectMapper();
    private static final ObjectReader ENTITLEMENTS = STORED.readerForListOf(Entitlement.class);
    private static final ObjectReader PHASES = STORED.readerForListOf(Phase.class);

    private static final int MOST = 20_000;

    private record Key(String tenant, UUID id) {}

    private record Stamp(String writer, long version) {}

    private record Copy(Stamp stamp, PlanView plan) {}

    private final Sql sql;
    private final Tenants tenants;
    private final Cache<Key, Copy> kept =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    PlanReading(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    PlanView get(UUID id) {
        var key = new Key(tenants.current(), id);
        var copy = kept.getIfPresent(key);
        if (copy != null && stamps(id).contains(copy.stamp())) {
            return copy.plan();
        }
        var read = sql
                .read(
                        PLAN,
                        row -> new Copy(new Stamp(row.getString(26), row.getLong(2)), plan(row)),
                        tenants.current(),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("plan", id));
        kept.put(key, read);
        return read.plan();
    }

    private List<Stamp> stamps(UUID id) {
        return sql.read(STAMP, row -> new Stamp(row.getString(1), row.getLong(2)), tenants.current(), id);
    }

    private static PlanView plan(ResultSet row) throws SQLException {
        var touchModel = row.getString(15);
        var policy = row.getString(17);
        var publishedAt = row.getObject(20, OffsetDateTime.class);
        var commitment = row.getObject(24, Long.class);
        return new PlanView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                PlanStatus.valueOf(row.getString(7)),
                row.getInt(8),
                row.getObject(9, Integer.class),
                new Money(row.getLong(10), Currency.getInstance(row.getString(11))),
                BillingPeriod.valueOf(row.getString(12)),
                row.getInt(13),
                list(ENTITLEMENTS, row.getString(14)),
                touchModel == null ? null : TouchModel.valueOf(touchModel),
                row.getString(16),
                BillingTiming.valueOf(row.getString(21)),
                list(PHASES, row.getString(22)),
                row.getObject(23, Integer.class),
                commitment == null ? null : new Money(commitment, Currency.getInstance(row.getString(25))),
                policy == null ? null : new Rollout(RolloutPolicy.valueOf(policy), row.getObject(18, LocalDate.class)),
                row.getObject(19, OffsetDateTime.class).toInstant(),
                publishedAt == null ? null : publishedAt.toInstant());
    }

    private static <T> List<T> list(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this cannot be read back: " + json, e);
        }
    }
}
