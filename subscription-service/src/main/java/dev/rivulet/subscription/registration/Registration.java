package dev.rivulet.subscription.registration;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.events.DealRegistrationChanged;
import dev.rivulet.subscription.registration.domain.CustomerKeys;
import dev.rivulet.subscription.registration.domain.RegistrationStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer that a partner says it brings, for one product. */
@Entity
@Table(name = "deal_registration")
class Registration extends TenantEntity {

    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(name = "customer_name", updatable = false)
    String customerName;

    @Nullable
    @Column(name = "tax_id", updatable = false)
    String taxId;

    @Nullable
    @Column(updatable = false)
    String domain;

    @Nullable
    @Column(updatable = false)
    String note;

    @Column
    @Enumerated(EnumType.STRING)
    RegistrationStatus status = RegistrationStatus.SUBMITTED;

    @Column(name = "submitted_by", updatable = false)
    String submittedBy;

    @Column(name = "submitted_at", updatable = false)
    Instant submittedAt;

    @Nullable
    @Column(name = "decided_by")
    String decidedBy;

    @Nullable
    @Column(name = "decided_at")
    Instant decidedAt;

    @Nullable
    @Column(name = "rejection_reason")
    String rejectionReason;

    @Nullable
    @Column(name = "protected_since")
    Instant protectedSince;

    /** From then on the customer is free again. */
    @Nullable
    @Column(name = "protected_until")
    Instant protectedUntil;

    SortedSet<String> customerKeys() {
        return CustomerKeys.of(customerName, taxId, domain);
    }

    /** An approval expires by itself; the row hears of it when somebody else wants the customer. */
    RegistrationStatus statusAt(Instant now) {
        return status == RegistrationStatus.APPROVED && protectedUntil != null && !now.isBefore(protectedUntil)
                ? RegistrationStatus.EXPIRED
                : status;
    }

    DealRegistrationChanged asChanged() {
        return new DealRegistrationChanged(
                id, partnerId, productId, customerName, status.name(), protectedSince, protectedUntil);
    }
}
