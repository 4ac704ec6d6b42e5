package dev.rivulet.subscription.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Copy of what the catalog says the sale of a product is for a seller. */
@Entity
@Table(name = "offer_activity")
class OfferActivity {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "seller_id")
    UUID sellerId;

    @Column(name = "product_id")
    UUID productId;

    @Column
    String code;
}
