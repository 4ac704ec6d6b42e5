package dev.rivulet.success.value;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A way for a customer to decide on one measurement, once. */
@Entity
@Table(name = "promise_link")
class PromiseLink extends TenantEntity {

    @Column(name = "promise_id")
    UUID promiseId;

    @Column(name = "token_hash")
    String tokenHash;

    @Column
    BigDecimal measured;

    @Column(name = "measured_on")
    LocalDate measuredOn;

    @Column(name = "expires_at")
    Instant expiresAt;

    boolean used;
}
