package dev.rivulet.catalog.activity;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Seller extends TenantEntity {

    @Column(updatable = false)
    String key;

    @Column
    String name;

    @Column(name = "edition_id")
    UUID editionId;

    @Column(name = "main_code")
    String mainCode;

    @Column(name = "additional_codes")
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> additionalCodes;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Licence> licences;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    List<String> codes() {
        var codes = new ArrayList<String>();
        codes.add(mainCode);
        codes.addAll(additionalCodes);
        return codes;
    }
}
