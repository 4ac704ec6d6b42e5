package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan with the terms of the version that counts: the published one, or the first while it is a draft. */
@Entity
class Plan extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(updatable = false)
    @Nullable
    String key;

    /** Set once: were it to change, chains of add-ons could come about. */
    @Column(name = "add_on_of", updatable = false)
    @Nullable
    UUID addOnOf;

    @Column
    @Enumerated(EnumType.STRING)
    PlanStatus status;

    /** The version whose terms these are. */
    @Column(name = "plan_version")
    int planVersion;

    /** The version being worked on. */
    @Column(name = "draft_version")
    @Nullable
    Integer draftVersion;

    @Embedded
    Terms terms;

    /** What the published version meant for those who subscribed before. */
    @Embedded
    @Nullable
    Rollout rollout;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** When the version that counts was published. */
    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;
}
