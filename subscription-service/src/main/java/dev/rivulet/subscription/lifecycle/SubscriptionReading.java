package dev.rivulet.subscription.lifecycle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.offer.Benefit;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Standing;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.terms.TermRow;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads subscriptions, with where they are in their periods today, in one round trip: nothing is asked for as often. Prices
 * never change and are remembered. Those read last one by one are in memory, each under the transactions that wrote its
 * row and its cursor's: both are asked for with every answer, and no terms change without its row, so that a copy is
 * never out of date on any replica.
 */
@Singleton
class SubscriptionReading {

    private static final String SUBSCRIPTION = "id, version, account_id, product_id, plan_id, plan_name,"
            + " plan_version, price_minor, currency, period, proposition_id, proposition_version, benefit_metric,"
            + " benefit_unit, benefit_baseline, benefit_target, benefit_within_days, seats, status, phase, base_id,"
            + " start_date, end_date, created_at, suspended_on, charged_through, paid_until, xmin::text";

    /** The zone is the account's, as far as it is billed. */
    private static final String CURSOR = "c.zone, c.billed_through, c.xmin::text";

    private static final String STAMP = "SELECT s.xmin::text, s.version, c.xmin::text FROM subscription s"
            + " LEFT JOIN billing_cursor c ON c.tenant_id = ? AND c.subscription_id = s.id"
            + " WHERE s.tenant_id = ? AND s.id = ?";

    private static final int WRITER = 28;
    private static final int FIRST_OF_CURSOR = 29;
    private static final int FIRST_OF_TERM = 32;

    /** On one replica, of all tenants; about 60 MB. */
    private static final int MOST = 20_000;

    private final Sql sql;
    private final Tenants tenants;
    private final TermBook book;
    private final TenantClock clock;
    private final Cache<Key, Copy> kept =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    SubscriptionReading(Sql sql, Tenants tenants, TermBook book, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.book = book;
        this.clock = clock;
    }

    SubscriptionView get(UUID id) {
        var key = new Key(tenants.current(), id);
        var copy = kept.getIfPresent(key);
        if (copy == null || !stamps(id).contains(copy.found().stamp())) {
            copy = read("id = ?", List.of(id), 1).stream()
                    .findFirst()
                    .orElseThrow(() -> Rejected.notFound("subscription", id));
            kept.put(key, copy);
        }
        return copy.view(clock.now());
    }

    List<SubscriptionView> list(@Nullable UUID accountId, UUID after, int limit) {
        var found = accountId == null
                ? read("id > ?", List.of(after), limit)
                : read("id > ? AND account_id = ?", List.of(after, accountId), limit);
        var now = clock.now();
        return found.stream().map(each -> each.view(now)).toList();
    }

    private record Key(String tenant, UUID id) {}

    private record Stamp(
            String writer, long version, @Nullable String cursorWriter) {}

    private record Found(
            Stamp stamp,
            Subscription subscription,
            @Nullable String zone,
            @Nullable LocalDate billedThrough) {}

    /** All that is to be known of a subscription but which day it is. */
    private record Copy(Found found, Timeline timeline) {

        SubscriptionView view(Instant now) {
            return SubscriptionView.of(found.subscription(), standing(now));
        }

        private Standing standing(Instant now) {
            if (found.zone() == null) {
                return new Standing(null, null);
            }
            try {
                return Standing.of(timeline, LocalDate.ofInstant(now, ZoneId.of(found.zone())), found.billedThrough());
            } catch (DateTimeException e) {
                // A zone that this machine does not know fails the billing of the subscription, and tells so there.
                return new Standing(null, null);
            }
        }
    }

    private List<Stamp> stamps(UUID id) {
        return sql.read(
                STAMP,
                row -> new Stamp(row.getString(1), row.getLong(2), row.getString(3)),
                tenants.current(),
                tenants.current(),
                id);
    }

    private List<Copy> read(String where, List<UUID> conditions, int limit) {
        var found = new ArrayList<Found>();
        var terms = new ArrayList<TermRow>();
        var values = new ArrayList<Object>(List.of(tenants.current()));
        values.addAll(conditions);
        values.addAll(List.of(limit, tenants.current(), tenants.current()));
        sql.read(
                "SELECT s.*, " + CURSOR + ", " + TermRow.COLUMNS + " FROM (SELECT " + SUBSCRIPTION
                        + " FROM subscription WHERE tenant_id = ? AND " + where + " ORDER BY id LIMIT ?) s"
                        + " LEFT JOIN billing_cursor c ON c.tenant_id = ? AND c.subscription_id = s.id"
                        + " JOIN subscription_term t ON t.tenant_id = ? AND t.subscription_id = s.id"
                        + " ORDER BY s.id, t.from_date",
                row -> {
                    var id = row.getObject(1, UUID.class);
                    if (found.isEmpty() || !found.getLast().subscription().id.equals(id)) {
                        found.add(found(id, row));
                    }
                    return terms.add(TermRow.read(row, FIRST_OF_TERM));
                },
                values.toArray());
        var timelines = book.timelines(terms);
        return found.stream()
                .map(each -> new Copy(
                        each,
                        Objects.requireNonNull(timelines.get(each.subscription().id))
                                .timeline()))
                .toList();
    }

    private static Found found(UUID id, ResultSet row) throws SQLException {
        var subscription = new Subscription();
        subscription.id = id;
        subscription.version = row.getLong(2);
        subscription.accountId = row.getObject(3, UUID.class);
        subscription.productId = row.getObject(4, UUID.class);
        subscription.planId = row.getObject(5, UUID.class);
        subscription.planName = row.getString(6);
        subscription.planVersion = row.getInt(7);
        subscription.price = new Money(row.getLong(8), Currency.getInstance(row.getString(9)));
        subscription.period = BillingPeriod.valueOf(row.getString(10));
        subscription.propositionId = row.getObject(11, UUID.class);
        subscription.propositionVersion = row.getInt(12);
        subscription.benefit = benefit(row);
        subscription.seats = row.getInt(18);
        subscription.status = SubscriptionStatus.valueOf(row.getString(19));
        subscription.phase = Phase.valueOf(row.getString(20));
        subscription.baseId = row.getObject(21, UUID.class);
        subscription.startDate = row.getObject(22, LocalDate.class);
        subscription.endDate = row.getObject(23, LocalDate.class);
        subscription.createdAt = row.getObject(24, OffsetDateTime.class).toInstant();
        subscription.suspendedOn = row.getObject(25, LocalDate.class);
        subscription.chargedThrough = row.getObject(26, LocalDate.class);
        return new Found(
                new Stamp(row.getString(WRITER), subscription.version, row.getString(FIRST_OF_CURSOR + 2)),
                subscription,
                row.getString(FIRST_OF_CURSOR),
                row.getObject(FIRST_OF_CURSOR + 1, LocalDate.class));
    }

    private static @Nullable Benefit benefit(ResultSet row) throws SQLException {
        var metric = row.getString(13);
        return metric == null
                ? null
                : new Benefit(metric, row.getString(14), row.getString(15), row.getString(16), row.getInt(17));
    }
}
