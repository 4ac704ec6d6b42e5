package dev.rivulet.catalog.release;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Release extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column
    String title;

    @Column
    String notes;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> features;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Requester> requesters;

    @Column
    @Enumerated(EnumType.STRING)
    ReleaseStatus status;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "announced_at")
    @Nullable
    Instant announcedAt;

    @Column(name = "announced_by")
    @Nullable
    String announcedBy;
}
