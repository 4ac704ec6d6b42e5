package dev.rivulet.success.trigger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a rule said from a time on; only ever added. */
@Entity
@Table(name = "trigger_rule_revision")
class RuleRevision {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "rule_id")
    UUID ruleId;

    @Column
    int revision;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    RuleDefinition definition;

    @Column(name = "decided_at")
    Instant decidedAt;

    /** Null where it came with the product. */
    @Column(name = "decided_by")
    @Nullable
    String decidedBy;
}
