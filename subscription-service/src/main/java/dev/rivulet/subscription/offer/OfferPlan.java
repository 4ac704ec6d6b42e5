package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Copy of a plan of the catalog, at the version last heard of. */
@Entity
@Table(name = "offer_plan")
class OfferPlan {

    static final String DRAFT = "DRAFT";
    static final String PUBLISHED = "PUBLISHED";

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "product_id")
    UUID productId;

    @Nullable
    String key;

    @Column(name = "add_on_of")
    @Nullable
    UUID addOnOf;

    @Column
    String name;

    @Column
    String status;

    @Column(name = "plan_version")
    int planVersion;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "price_minor"))
    Money price;

    @Column
    @Enumerated(EnumType.STRING)
    BillingPeriod period;

    @Column(name = "trial_days")
    int trialDays;

    boolean isPublished() {
        return status.equals(PUBLISHED);
    }
}
