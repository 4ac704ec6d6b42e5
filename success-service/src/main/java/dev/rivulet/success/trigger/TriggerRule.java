package dev.rivulet.success.trigger;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A rule that watches every customer, as its latest revision says. */
@Entity
@Table(name = "trigger_rule")
class TriggerRule extends TenantEntity {

    @Column
    String name;

    @Column
    boolean enabled;

    @Column(name = "built_in", updatable = false)
    boolean builtIn;

    @Column
    int revision;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    RuleDefinition definition;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
