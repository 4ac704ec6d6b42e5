package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.SaleChannel;
import dev.rivulet.catalog.activity.domain.SaleRule;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sale_rule")
class SaleRuleEntry extends TenantEntity {

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    SaleRule.Kind kind;

    @Column(updatable = false)
    @Nullable
    String goods;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    @Nullable
    SaleChannel channel;

    @Column(name = "service_line", updatable = false)
    @Enumerated(EnumType.STRING)
    @Nullable
    ServiceLine serviceLine;

    @Column(updatable = false)
    @Nullable
    String code;

    @Column(name = "valid_from", updatable = false)
    LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @Column(updatable = false)
    String basis;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    SaleRule asRule() {
        return new SaleRule(id, kind, goods, channel, serviceLine, code, validFrom, validTo, basis);
    }
}
