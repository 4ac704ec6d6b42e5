package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.events.MrrMoved;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One entry of the ledger of recurring revenue; never changed. */
@Entity
@Immutable
@Table(name = "mrr_movement")
class MrrMovement {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    /** What moved it, and from which day on; both together happen once to a subscription. */
    @Column
    String cause;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Column
    @Enumerated(EnumType.STRING)
    MovementKind kind;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    /** The day this part of the move changes: effectiveOn, or a later day on which something is taken back. */
    @Column(name = "moved_on")
    LocalDate movedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Nullable
    @Column(name = "plan_id")
    UUID planId;

    @Nullable
    @Column(name = "product_id")
    UUID productId;

    @Nullable
    @Column(name = "segment_id")
    UUID segmentId;

    @Nullable
    @Column(name = "partner_id")
    UUID partnerId;

    @Nullable
    @Column(name = "activity_code")
    String activityCode;

    void take(MrrFacts facts) {
        planId = facts.planId();
        productId = facts.productId();
        segmentId = facts.segmentId();
        partnerId = facts.partnerId();
        activityCode = facts.activityCode();
    }

    MrrMoved asMoved() {
        return new MrrMoved(
                id,
                accountId,
                subscriptionId,
                kind.name(),
                amount,
                movedOn,
                recordedAt,
                planId,
                productId,
                segmentId,
                partnerId);
    }
}
