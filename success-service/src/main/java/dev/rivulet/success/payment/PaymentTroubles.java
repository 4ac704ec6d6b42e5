package dev.rivulet.success.payment;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.CustomerCopies;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps failed and disputed payments, what was given back, dunning and suspensions; each fact once, in any order. */
@Singleton
class PaymentTroubles {

    private final Sql sql;
    private final Tenants tenants;
    private final CustomerCopies customers;
    private final Timeline timeline;
    private final Event<CustomerChanged> changes;

    PaymentTroubles(
            Sql sql, Tenants tenants, CustomerCopies customers, Timeline timeline, Event<CustomerChanged> changes) {
        this.sql = sql;
        this.tenants = tenants;
        this.customers = customers;
        this.timeline = timeline;
        this.changes = changes;
    }

    @Transactional
    void apply(PaymentFactKind kind, PaymentFact fact) {
        customers.ensure(fact.accountId());
        var day = fact.day(kind);
        sql.update(
                "INSERT INTO payment_fact (tenant_id, id, account_id, kind, minor, currency, happened_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING",
                tenants.current(),
                fact.key(kind),
                fact.accountId(),
                kind.name(),
                fact.money().minor(),
                fact.money().currency().getCurrencyCode(),
                day);
        tell(fact.accountId(), kind.entry(), day, fact.key(kind), "", fact.facts());
        changes.fire(new CustomerChanged(fact.accountId()));
    }

    @Transactional
    void apply(SuspensionFact fact) {
        customers.ensure(fact.accountId());
        sql.update(
                "INSERT INTO suspension AS known (tenant_id, account_id, episode, suspended_on, resumed_on)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, account_id, episode) DO UPDATE"
                        + " SET suspended_on = coalesce(excluded.suspended_on, known.suspended_on),"
                        + " resumed_on = coalesce(excluded.resumed_on, known.resumed_on)",
                tenants.current(),
                fact.accountId(),
                fact.episode(),
                fact.suspendedOn(),
                fact.resumedOn());
        var kind = fact.suspendedOn() == null ? EntryKind.RESUMED : EntryKind.SUSPENDED;
        var day = fact.suspendedOn() == null ? fact.resumedOn() : fact.suspendedOn();
        tell(
                fact.accountId(),
                kind,
                day,
                fact.accountId(),
                "" + fact.episode(),
                Map.of("episode", "" + fact.episode()));
        changes.fire(new CustomerChanged(fact.accountId()));
    }

    /** What has no day has no place in the timeline. */
    private void tell(
            UUID account, EntryKind kind, @Nullable LocalDate day, UUID source, String key, Map<String, String> facts) {
        if (day != null) {
            timeline.append(TimelineEntry.of(
                            account, kind, day.atStartOfDay(ZoneOffset.UTC).toInstant(), source, facts)
                    .keyed(key));
        }
    }
}
