package dev.rivulet.catalog.partner;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A role of the tenant's own, beside those of {@link BuiltInRole}. */
@Entity
@Table(name = "partner_role")
class PartnerRole extends TenantEntity {

    @Column(updatable = false)
    String key;

    @Column(updatable = false)
    String name;

    /** Whether a partner of this role sells on, and therefore needs certified sellers. */
    @Column(updatable = false)
    boolean sells;
}
