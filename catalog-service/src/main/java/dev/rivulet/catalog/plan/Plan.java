package dev.rivulet.catalog.plan;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Plan extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(updatable = false)
    @Nullable
    String key;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    PlanStatus status;

    @Column(name = "plan_version")
    int planVersion;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "price_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    Money price;

    @Column
    @Enumerated(EnumType.STRING)
    BillingPeriod period;

    @Column(name = "trial_days")
    int trialDays;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;
}
