package dev.rivulet.catalog.activity;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "activity_edition")
class Edition extends TenantEntity {

    @Column(updatable = false)
    String scheme;

    @Column(updatable = false)
    String edition;

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column
    int codes;

    @Column(name = "imported_at")
    Instant importedAt;
}
