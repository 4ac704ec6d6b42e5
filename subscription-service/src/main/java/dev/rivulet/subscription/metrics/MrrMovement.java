package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
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

/** One entry of the ledger of recurring revenue; never changed. */
@Entity
@Immutable
@Table(name = "mrr_movement")
class MrrMovement {

    /** What moved it; each happens once to a subscription. */
    enum Cause {
        STARTED,
        ENDED
    }

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

    @Column
    @Enumerated(EnumType.STRING)
    Cause cause;

    @Column
    @Enumerated(EnumType.STRING)
    MovementKind kind;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Column(name = "moved_on")
    LocalDate movedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
