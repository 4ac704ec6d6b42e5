package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Gate;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody answers with their name for evidence that is not there. */
@Entity
@Table(name = "product_waiver")
class Waiver extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Gate gate;

    @Column(updatable = false)
    String reason;

    @Column(name = "signed_by", updatable = false)
    String signedBy;

    @Column(name = "signed_at", updatable = false)
    Instant signedAt;
}
