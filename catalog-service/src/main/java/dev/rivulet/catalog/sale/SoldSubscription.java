package dev.rivulet.catalog.sale;

import dev.rivulet.kit.money.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Copy of a subscription, at the version last heard of. */
@Entity
@Table(name = "sold_subscription")
class SoldSubscription {

    static final String ACTIVE = "ACTIVE";

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "plan_version")
    int planVersion;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "price_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    Money price;

    @Column
    String period;

    @Column(name = "proposition_id")
    @Nullable
    UUID propositionId;

    @Column(name = "proposition_version")
    @Nullable
    Integer propositionVersion;

    @Column
    int seats;

    @Column
    String status;

    @Column(name = "start_date")
    LocalDate startDate;

    @Column(name = "end_date")
    @Nullable
    LocalDate endDate;

    /** Through whom it was sold; null for a sale of one's own. */
    @Column(name = "partner_id")
    @Nullable
    UUID partnerId;
}
