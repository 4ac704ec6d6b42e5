package dev.rivulet.catalog.proposition;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "value_proposition")
class Proposition extends TenantEntity {

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "segment_id")
    UUID segmentId;

    @Column
    @Enumerated(EnumType.STRING)
    PropositionStatus status;

    @Column(name = "proposition_version")
    int propositionVersion;

    @Column(name = "one_liner")
    String oneLiner;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> pains;

    @Column
    String solution;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Argument> arguments;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> proof;

    @Embedded
    Benefit benefit;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;
}
