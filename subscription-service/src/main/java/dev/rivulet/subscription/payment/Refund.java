package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money given back of a payment. */
@Entity
@Table(name = "payment_refund")
class Refund extends TenantEntity {

    /** Whose money it is: what invoices were paid with, the customer's balance, or ours. */
    enum Source {
        /** The invoices it paid, which are due again. */
        INVOICES,
        /** The customer's balance. */
        BALANCE,
        /** Ours; the invoices stay paid. */
        GOODWILL
    }

    /** Where it goes. */
    enum Target {
        METHOD,
        BALANCE
    }

    @Column(name = "payment_id", updatable = false)
    UUID paymentId;

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Source source;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Target target;

    @Column
    @Enumerated(EnumType.STRING)
    PaymentStatus status;

    @Nullable
    @Column(name = "provider_refund_id")
    String providerRefundId;

    @Nullable
    @Column(name = "failure_code")
    String failureCode;

    @Column(updatable = false)
    String reason;

    @Column(name = "refunded_on", updatable = false)
    LocalDate refundedOn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    Cause cause() {
        return new Cause(Cause.Kind.REFUND, id);
    }
}
