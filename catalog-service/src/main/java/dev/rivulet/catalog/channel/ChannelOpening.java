package dev.rivulet.catalog.channel;

import dev.rivulet.catalog.channel.domain.Criterion;
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

/** The time in which partners may sell a product, and on what grounds it began. */
@Entity
@Table(name = "channel_opening")
class ChannelOpening extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    /** What there was on the day of the decision. */
    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    List<Criterion> criteria;

    @Column(updatable = false)
    @Nullable
    String waiver;

    @Column(name = "opened_by", updatable = false)
    String openedBy;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "close_reason")
    @Nullable
    String closeReason;
}
