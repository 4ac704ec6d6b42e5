package dev.rivulet.catalog.product;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody with the problem spoke of it. */
@Entity
@Table(name = "product_interview")
class Interview extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(updatable = false)
    String interviewee;

    @Column(updatable = false)
    String function;

    @Column(updatable = false)
    String pain;

    @Column(name = "held_on", updatable = false)
    LocalDate heldOn;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;
}
