package dev.rivulet.catalog.partner;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client who can vouch for a partner, and when they last did. */
@Entity
@Table(name = "partner_reference")
class Reference extends TenantEntity {

    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Column(updatable = false)
    String client;

    @Column
    @Nullable
    String contact;

    @Column(name = "confirmed_by")
    @Nullable
    String confirmedBy;

    @Column(name = "confirmed_on")
    @Nullable
    LocalDate confirmedOn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
