package dev.rivulet.success.request;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.request.domain.RequestStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that several customers ask for. */
@Entity
@Table(name = "product_request")
class ProductRequest extends TenantEntity {

    @Column
    String title;

    @Nullable
    String description;

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(updatable = false)
    @Nullable
    String feature;

    @Column
    @Enumerated(EnumType.STRING)
    RequestStatus status = RequestStatus.OPEN;

    /** Why it was moved where it stands. */
    @Nullable
    String reason;

    /** The request that stands for it; what was merged into this one is there now. */
    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    /** What it came out with. */
    @Column(name = "release_id")
    @Nullable
    UUID releaseId;

    /** Merges into it that stand. */
    int merges;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "moved_at")
    @Nullable
    Instant movedAt;

    void move(RequestStatus to, @Nullable String why, Instant at) {
        status = to;
        reason = why;
        movedAt = at;
    }
}
