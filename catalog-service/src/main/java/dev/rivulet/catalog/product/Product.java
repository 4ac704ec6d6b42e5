package dev.rivulet.catalog.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
class Product {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

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
