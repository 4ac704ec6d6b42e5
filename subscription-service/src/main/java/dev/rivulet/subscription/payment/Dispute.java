package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.ledger.Cause;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment that the customer's bank took back. */
@Entity
@Table(name = "payment_dispute")
class Dispute extends TenantEntity {

    /** Whose the money is. */
    enum Status {
        OPEN,
        WON,
        LOST
    }

    @Column(name = "payment_id", updatable = false)
    UUID paymentId;

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Nullable
    @Column(name = "provider_dispute_id", updatable = false)
    String providerDisputeId;

    @Column
    @Enumerated(EnumType.STRING)
    Status status;

    @Column(updatable = false)
    String reason;

    /** What neither invoices nor the balance could give back. */
    @Column(name = "lost_minor")
    long lostMinor;

    @Column(name = "opened_on", updatable = false)
    LocalDate openedOn;

    @Nullable
    @Column(name = "closed_on")
    LocalDate closedOn;

    Cause cause() {
        return new Cause(Cause.Kind.DISPUTE, id);
    }
}
