package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.events.SubscriptionChanged;
import dev.rivulet.subscription.offer.Benefit;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan sold with a promise. The promise stays as it was at signing; plan, price and seats are those of the terms that
 * hold now, a copy for readers: billing goes by the timeline alone.
 */
@Entity
class Subscription extends TenantEntity {

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(name = "product_id")
    UUID productId;

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
    @Enumerated(EnumType.STRING)
    BillingPeriod period;

    @Column(name = "proposition_id", updatable = false)
    UUID propositionId;

    @Column(name = "proposition_version", updatable = false)
    int propositionVersion;

    /** The proposition's; null where it was not kept yet when this was signed. */
    @Nullable
    @Column(name = "segment_id", updatable = false)
    UUID segmentId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Channel channel;

    @Nullable
    @Column(name = "partner_tier", updatable = false)
    String partnerTier;

    /** Through whom it was sold; null for a sale of our own. */
    @Nullable
    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Embedded
    @Nullable
    Benefit benefit;

    @Column
    int seats;

    @Column
    @Enumerated(EnumType.STRING)
    SubscriptionStatus status = SubscriptionStatus.ACTIVE;

    @Column
    @Enumerated(EnumType.STRING)
    Phase phase = Phase.RUNNING;

    /** The subscription that this one is an add-on of. */
    @Nullable
    @Column(name = "base_id", updatable = false)
    UUID baseId;

    @Column(name = "start_date", updatable = false)
    LocalDate startDate;

    /** Where a trial is counted from, whatever plans came after. */
    @Column(name = "first_start", updatable = false)
    LocalDate firstStart;

    /** Of one that ran elsewhere before: the first day that is charged here, whatever is decided about it. */
    @Nullable
    @Column(name = "charged_through", updatable = false)
    LocalDate chargedThrough;

    /** How the anchor was asked for, since a trial, or an end and a new beginning, may still move it. */
    @Column(name = "anchor_rule")
    String anchorRule;

    /** How many decisions there were; each is a new version, even one that shows only later. */
    @Column
    int decisions;

    /** Since when it is not served, because its payer is in arrears; null while it is. */
    @Nullable
    @Column(name = "suspended_on")
    LocalDate suspendedOn;

    /** Whether it rests because of that. */
    @Column(name = "suspended_billing")
    boolean suspendedBilling;

    /** First day not covered any more; null while no end is decided. */
    @Nullable
    @Column(name = "end_date")
    LocalDate endDate;

    /** Up to when it is paid for beyond its end, where it ends without a credit. */
    @Nullable
    @Column(name = "paid_until")
    LocalDate paidUntil;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** Who buys, as prices know it. */
    Buyer buyer(Payer payer) {
        return new Buyer(payer.currency().getCurrencyCode(), payer.country(), channel, segmentId, partnerTier);
    }

    /** A timeline as it is charged here. */
    Timeline charged(Timeline wanted) {
        return chargedThrough == null ? wanted : wanted.settledBefore(chargedThrough);
    }

    SubscriptionChanged asChanged(SubscriptionChanged.Anchor anchor, List<SubscriptionChanged.Term> history) {
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
                phase.name(),
                baseId,
                startDate,
                endDate,
                anchor,
                shown() == SubscriptionStatus.SUSPENDED ? suspendedOn : null,
                segmentId,
                partnerId,
                history);
    }

    /** How it stands as people see it. */
    SubscriptionStatus shown() {
        return shown(status, suspendedOn);
    }

    /** What a subscription of this status shows, not served from this day. */
    static SubscriptionStatus shown(SubscriptionStatus status, @Nullable LocalDate suspendedOn) {
        return suspendedOn != null && status == SubscriptionStatus.ACTIVE ? SubscriptionStatus.SUSPENDED : status;
    }
}
