package dev.rivulet.subscription.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Copy of a partner of the catalog. */
@Entity
@Table(name = "partner_copy")
class Partner {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column
    String name;

    @Nullable
    String tier;

    @Column
    String status;
}
