package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.BillingSchedule;
import dev.rivulet.subscription.billing.domain.InvoiceDraft.PinnedPlan;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Where billing of a subscription stands. Its row is locked by whoever moves it. The zone is kept as text, so that one
 * that this machine does not know fails its own subscription and not the query that finds it.
 */
@Entity
@Table(name = "billing_cursor")
class BillingCursor {

    @Id
    @Column(name = "subscription_id")
    UUID subscriptionId;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Column(name = "account_id")
    UUID accountId;

    @Column
    String zone;

    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "plan_name")
    String planName;

    @Column(name = "plan_version")
    int planVersion;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "price_minor"))
    Money price;

    @Column
    LocalDate anchor;

    @Column(name = "next_period")
    int nextPeriod;

    @Column(name = "next_bill_on")
    LocalDate nextBillOn;

    @Nullable
    @Column(name = "ends_on")
    LocalDate endsOn;

    /** When {@link #nextBillOn} begins in the zone; null when the subscription has ended. */
    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    /** Attempts that failed since the last that succeeded. */
    @Column
    int failures;

    @Nullable
    String failure;

    /** Real time, not the tenant's. */
    @Nullable
    @Column(name = "retry_at")
    Instant retryAt;

    static BillingCursor of(BillingTerms terms) {
        var cursor = new BillingCursor();
        cursor.subscriptionId = terms.subscriptionId();
        cursor.accountId = terms.accountId();
        cursor.zone = terms.zone().getId();
        cursor.planId = terms.plan().id();
        cursor.planName = terms.plan().name();
        cursor.planVersion = terms.plan().version();
        cursor.price = terms.plan().price();
        cursor.anchor =
                BillingSchedule.after(terms.startDate(), terms.trialDays()).anchor();
        cursor.standAt(0);
        return cursor;
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    BillingSchedule schedule() {
        return new BillingSchedule(anchor);
    }

    PinnedPlan plan() {
        return new PinnedPlan(planId, planName, planVersion, price);
    }

    boolean hasEnded() {
        return endsOn != null && !nextBillOn.isBefore(endsOn);
    }

    /** Everything before period k is billed. */
    final void standAt(int k) {
        nextPeriod = k;
        nextBillOn = schedule().start(k);
        dueAt = nextBillOn.atStartOfDay(zoneId()).toInstant();
        failures = 0;
        failure = null;
        retryAt = null;
    }

    void moveTo(ZoneId newZone) {
        zone = newZone.getId();
        if (dueAt != null) {
            dueAt = nextBillOn.atStartOfDay(newZone).toInstant();
        }
    }

    void close() {
        dueAt = null;
        failures = 0;
        failure = null;
        retryAt = null;
    }
}
