package dev.rivulet.kit.sample;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;

@Entity
public class Note extends TenantEntity {
    String title;

    @Embedded
    Money price;

    @Column(name = "created_at")
    Instant createdAt;
}
