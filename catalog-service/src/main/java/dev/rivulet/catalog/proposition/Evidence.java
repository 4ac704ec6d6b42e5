package dev.rivulet.catalog.proposition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A customer's word on one promise; the promise belongs to success-service. */
@Entity
class Evidence {

    @Id
    @Column(name = "promise_id")
    UUID promiseId;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "proposition_id")
    UUID propositionId;

    @Column(name = "proposition_version")
    int propositionVersion;

    @Column(name = "account_id")
    UUID accountId;

    @Column
    String metric;

    @Column
    String unit;

    @Column
    BigDecimal baseline;

    @Column
    BigDecimal target;

    @Column
    BigDecimal measured;

    @Column
    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "confirmed_on")
    LocalDate confirmedOn;
}
