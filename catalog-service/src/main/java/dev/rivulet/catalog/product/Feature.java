package dev.rivulet.catalog.product;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Something a product can do, by the name that customers and releases call it. */
@Entity
@Table(name = "product_feature")
class Feature extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(updatable = false)
    String key;

    @Column
    String name;
}
