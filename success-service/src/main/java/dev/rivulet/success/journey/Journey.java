package dev.rivulet.success.journey;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An edition of a journey. */
@Entity
class Journey extends TenantEntity {

    @Column(updatable = false)
    String key;

    @Column(updatable = false)
    int edition;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    JourneyStatus status;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    JourneyDefinition definition;

    @Column(name = "built_in", updatable = false)
    boolean builtIn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;
}
