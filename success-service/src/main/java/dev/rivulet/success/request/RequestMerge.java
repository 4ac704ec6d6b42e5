package dev.rivulet.success.request;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was put into a request at once: another request with all that was in it, or words of customers. */
@Entity
@Table(name = "request_merge")
class RequestMerge extends TenantEntity {

    @Column(name = "request_id", updatable = false)
    UUID requestId;

    @Column(name = "merged_request_id", updatable = false)
    @Nullable
    UUID mergedRequestId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "feedback_ids", updatable = false)
    List<UUID> feedbackIds;

    @Column(name = "merged_by", updatable = false)
    String mergedBy;

    @Column(name = "merged_at", updatable = false)
    Instant mergedAt;

    @Column(name = "undone_by")
    @Nullable
    String undoneBy;

    @Column(name = "undone_at")
    @Nullable
    Instant undoneAt;
}
