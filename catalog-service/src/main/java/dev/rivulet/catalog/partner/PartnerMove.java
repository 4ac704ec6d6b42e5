package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.partner.domain.PartnerStatus;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of a partner through the cycle, with who took it. */
@Entity
@Table(name = "partner_move")
class PartnerMove extends TenantEntity {

    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Column(name = "from_status", updatable = false)
    @Enumerated(EnumType.STRING)
    PartnerStatus from;

    @Column(name = "to_status", updatable = false)
    @Enumerated(EnumType.STRING)
    PartnerStatus to;

    @Column(updatable = false)
    @Nullable
    String reason;

    @Column(name = "moved_by", updatable = false)
    String movedBy;

    @Column(name = "moved_at", updatable = false)
    Instant movedAt;
}
