package dev.rivulet.catalog.competitor;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
class Competitor extends TenantEntity {

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    CompetitorKind kind;

    @Column
    @Nullable
    String website;

    @Column
    @Nullable
    String description;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
