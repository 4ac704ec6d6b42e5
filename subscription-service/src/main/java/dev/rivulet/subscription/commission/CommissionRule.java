package dev.rivulet.subscription.commission;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.commission.domain.Recurrence;
import dev.rivulet.subscription.commission.domain.Rule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule of commission; only its end is ever changed. */
@Entity
@Table(name = "commission_rule")
class CommissionRule extends TenantEntity {

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    BigDecimal percent;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Recurrence recurrence;

    @Nullable
    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Nullable
    @Column(name = "partner_tier", updatable = false)
    String partnerTier;

    @Nullable
    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(name = "valid_from", updatable = false)
    LocalDate validFrom;

    /** First day it holds no longer. */
    @Nullable
    @Column(name = "valid_until")
    LocalDate validUntil;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    Rule rule() {
        return new Rule(id, percent, recurrence, partnerId, partnerTier, productId, validFrom, validUntil);
    }
}
