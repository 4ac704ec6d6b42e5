package dev.rivulet.kit.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** What a tenant's resources have in common: an id in order of creation, and a version for ETag and events. */
@MappedSuperclass
public abstract class TenantEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    @Version
    public long version;
}
