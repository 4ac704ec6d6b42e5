package dev.rivulet.catalog.price;

import dev.rivulet.kit.price.Audience;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "price_book")
class PriceBook extends TenantEntity {

    static final String UTC = "UTC";

    @Column(updatable = false)
    String key;

    @Column(updatable = false)
    @Nullable
    String currency;

    @Column(updatable = false)
    @Nullable
    String country;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    @Nullable
    Channel channel;

    @Column(name = "segment_id", updatable = false)
    @Nullable
    UUID segmentId;

    @Column(name = "partner_tier", updatable = false)
    @Nullable
    String partnerTier;

    @Column(name = "parent_id", updatable = false)
    @Nullable
    UUID parentId;

    /** How many books its prices may pass through, itself included. */
    @Column(updatable = false)
    int depth;

    /** Where its days begin. */
    @Column(updatable = false)
    String zone;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "recorded_from", updatable = false)
    Instant recordedFrom;

    /** When it was retired. */
    @Column(name = "recorded_to")
    @Nullable
    Instant recordedTo;

    Audience audience() {
        return new Audience(currency, country, channel, segmentId, partnerTier);
    }

    PriceBookStatus status() {
        return recordedTo == null ? PriceBookStatus.IN_USE : PriceBookStatus.RETIRED;
    }

    /** Whether it was retired at an instant already; null for the present. */
    boolean isRetired(@Nullable Instant asOf) {
        return recordedTo != null && (asOf == null || !recordedTo.isAfter(asOf));
    }
}
