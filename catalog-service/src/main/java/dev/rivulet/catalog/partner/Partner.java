package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.partner.domain.PartnerStatus;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Partner extends TenantEntity {

    @Column(updatable = false)
    @Nullable
    String key;

    @Column
    String name;

    @Column
    String role;

    @Column
    @Nullable
    String tier;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Territory territory;

    @Column
    @Nullable
    String manager;

    @Column
    @Enumerated(EnumType.STRING)
    PartnerStatus status;

    @Column(name = "status_since")
    Instant statusSince;

    @Embedded
    @Nullable
    Contract contract;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
