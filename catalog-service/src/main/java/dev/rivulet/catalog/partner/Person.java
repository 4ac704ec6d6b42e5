package dev.rivulet.catalog.partner;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who works for a partner. */
@Entity
@Table(name = "partner_person")
class Person extends TenantEntity {

    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Column
    String name;

    @Column
    @Nullable
    String email;

    @Column(name = "left_at")
    @Nullable
    Instant leftAt;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
