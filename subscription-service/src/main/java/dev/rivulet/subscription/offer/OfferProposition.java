package dev.rivulet.subscription.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Copy of a value proposition of the catalog, at the version last heard of. */
@Entity
@Table(name = "offer_proposition")
class OfferProposition {

    static final String APPROVED = "APPROVED";

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "segment_id")
    UUID segmentId;

    @Column
    String status;

    @Column(name = "proposition_version")
    int propositionVersion;

    @Column(name = "one_liner")
    String oneLiner;

    @Embedded
    @Nullable
    Benefit benefit;
}
