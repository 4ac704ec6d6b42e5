package dev.rivulet.subscription.payment;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an account pays. */
@Entity
@Table(name = "payment_method")
class Method extends TenantEntity {

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    PaymentMethod type;

    /** The provider's name for the card; never a card's number. */
    @Nullable
    @Column(updatable = false)
    String token;

    @Nullable
    @Column(name = "customer_token", updatable = false)
    String customerToken;

    @Nullable
    @Column(updatable = false)
    String label;

    @Column
    boolean preferred;

    @Column(updatable = false)
    boolean automatic;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Nullable
    @Column(name = "removed_at")
    Instant removedAt;
}
