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

    /** What the versions of one proposition have in common; each version has its own id. */
    @Column(name = "line_id", updatable = false)
    UUID lineId;

    /** The language of its texts, a BCP 47 tag. */
    @Column
    String locale;

    @Column
    @Enumerated(EnumType.STRING)
    PropositionStatus status;

    /** Only while it is approved. */
    @Column
    @Enumerated(EnumType.STRING)
    @Nullable
    Role role;

    /** Its share of new deals beside the other approved ones. */
    @Column
    int weight;

    /** Why the last review sent it back. */
    @Column(name = "return_reason")
    @Nullable
    String returnReason;

    @Column
    @Nullable
    String audience;

    @Column(name = "proposition_version")
    int propositionVersion;

    @Column(name = "one_liner")
    String oneLiner;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> pains;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> needs;

    @Column
    String solution;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Argument> arguments;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> proof;

    @Column(name = "case_study_ids")
    @JdbcTypeCode(SqlTypes.JSON)
    List<UUID> caseStudyIds;

    @Embedded
    Benefit benefit;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;
}
