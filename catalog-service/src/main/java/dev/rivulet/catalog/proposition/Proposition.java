package dev.rivulet.catalog.proposition;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "value_proposition")
class Proposition {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    /** Of the row, for ETag and events; what is pinned by a subscription is {@link #propositionVersion}. */
    @Version
    long version;

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
