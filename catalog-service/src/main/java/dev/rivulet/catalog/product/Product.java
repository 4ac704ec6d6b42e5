package dev.rivulet.catalog.product;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
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
    @Nullable
    String description;

    @Column
    @Enumerated(EnumType.STRING)
    ProductStatus status;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
