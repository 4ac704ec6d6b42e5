package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.events.SubscriptionChanged;
import dev.rivulet.subscription.offer.Benefit;
import dev.rivulet.subscription.offer.BillingPeriod;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan sold with a promise, both pinned as they were at signing. */
@Entity
class Subscription extends TenantEntity {

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(name = "plan_id", updatable = false)
    UUID planId;

    @Column(name = "plan_name", updatable = false)
    String planName;

    @Column(name = "plan_version", updatable = false)
    int planVersion;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "price_minor"))
    Money price;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    BillingPeriod period;

    @Column(name = "proposition_id", updatable = false)
    UUID propositionId;

    @Column(name = "proposition_version", updatable = false)
    int propositionVersion;

    @Embedded
    @Nullable
    Benefit benefit;

    @Column
    int seats;

    @Column
    @Enumerated(EnumType.STRING)
    SubscriptionStatus status = SubscriptionStatus.ACTIVE;

    @Column(name = "start_date", updatable = false)
    LocalDate startDate;

    /** First day not covered any more; null while no end is decided. */
    @Nullable
    @Column(name = "end_date")
    LocalDate endDate;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    SubscriptionChanged asChanged() {
        return new SubscriptionChanged(
                id,
                accountId,
                productId,
                planId,
                planName,
                planVersion,
                price,
                period.name(),
                propositionId,
                propositionVersion,
                benefit == null
                        ? null
                        : new SubscriptionChanged.Benefit(
                                benefit.metric(),
                                benefit.unit(),
                                benefit.baseline(),
                                benefit.target(),
                                benefit.withinDays()),
                seats,
                status.name(),
                startDate,
                endDate);
    }
}
