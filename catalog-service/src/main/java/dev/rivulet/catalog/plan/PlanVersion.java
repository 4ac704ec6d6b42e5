package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.domain.VersionStatus;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a plan; once published only its status changes. */
@Entity
@Table(name = "plan_version")
class PlanVersion extends TenantEntity {

    @Column(name = "plan_id", updatable = false)
    UUID planId;

    @Column(updatable = false)
    int number;

    @Column
    @Enumerated(EnumType.STRING)
    VersionStatus status;

    @Embedded
    Terms terms;

    @Embedded
    @Nullable
    Rollout rollout;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    static PlanVersion draft(Plan plan, int number, Instant now) {
        var version = new PlanVersion();
        version.planId = plan.id;
        version.number = number;
        version.status = VersionStatus.DRAFT;
        version.terms = plan.terms;
        version.createdAt = now;
        return version;
    }
}
