package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Criticality;
import dev.rivulet.catalog.product.domain.ProductKind;
import dev.rivulet.catalog.product.domain.ProductStatus;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
class Product extends TenantEntity {

    @Column(updatable = false)
    @Nullable
    String key;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    ProductKind kind;

    @Column
    @Enumerated(EnumType.STRING)
    Criticality criticality;

    @Embedded
    @Nullable
    CriticalityOverride override;

    @Column
    @Nullable
    String description;

    @Column
    @Enumerated(EnumType.STRING)
    ProductStatus status;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    ProductOrigin origin;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
