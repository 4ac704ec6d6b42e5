package dev.rivulet.catalog.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A sale of a product, known by its subscription, which belongs to subscription-service. */
@Entity
@Table(name = "won_deal")
class WonDeal {

    @Id
    @Column(name = "subscription_id")
    UUID subscriptionId;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "start_date")
    LocalDate startDate;
}
