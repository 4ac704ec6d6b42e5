package dev.rivulet.catalog.segment;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Segment extends TenantEntity {

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
