package dev.rivulet.success.care;

import dev.rivulet.success.care.domain.AttributeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/** A name that the tenant's customers may have an attribute of. */
@Entity
@Table(name = "customer_attribute")
class Attribute {

    @Id
    String name;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column
    @Enumerated(EnumType.STRING)
    AttributeType type;
}
