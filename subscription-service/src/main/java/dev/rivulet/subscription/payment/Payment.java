package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** Money received for an invoice; never changed. */
@Entity
@Immutable
class Payment {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "invoice_id")
    UUID invoiceId;

    @Column(name = "account_id")
    UUID accountId;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Column
    @Enumerated(EnumType.STRING)
    PaymentMethod method;

    /** The bank's reference; one payment has it. */
    @Column
    String reference;

    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
