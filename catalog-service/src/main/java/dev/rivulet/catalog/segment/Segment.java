package dev.rivulet.catalog.segment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

@Entity
class Segment {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Column
    String name;

    @Column
    String function;

    @Column
    String problem;

    @Column(name = "company_size")
    @Enumerated(EnumType.STRING)
    CompanySize companySize;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> industries;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
