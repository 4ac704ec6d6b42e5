package dev.rivulet.catalog.playbook;

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

/** One version of the playbook of a product, or of a product for a segment. */
@Entity
class Playbook extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(name = "segment_id", updatable = false)
    @Nullable
    UUID segmentId;

    @Column(name = "playbook_version", updatable = false)
    int playbookVersion;

    @Column
    @Enumerated(EnumType.STRING)
    PlaybookStatus status;

    @Column
    String title;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Step> steps;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Objection> objections;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    @Column(name = "superseded_at")
    @Nullable
    Instant supersededAt;
}
