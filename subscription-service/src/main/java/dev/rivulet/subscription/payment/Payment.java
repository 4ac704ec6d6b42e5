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
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money received, or an attempt to get it. What it is worth and whose it is never changes. */
@Entity
class Payment extends TenantEntity {

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    PaymentMethod method;

    /** The card that is charged; null for money that came by itself. */
    @Nullable
    @Column(name = "method_id", updatable = false)
    UUID methodId;

    @Nullable
    @Column(name = "provider_payment_id")
    String providerPaymentId;

    @Column
    @Enumerated(EnumType.STRING)
    PaymentStatus status;

    @Nullable
    @Column(name = "failure_code")
    String failureCode;

    /** The bank's reference; one payment has it. */
    @Nullable
    @Column(updatable = false)
    String reference;

    @Nullable
    @Column(name = "received_on")
    LocalDate receivedOn;

    /** What no invoice needed. */
    @Column(name = "to_balance_minor")
    long toBalanceMinor;

    /** What was given back of it to where it came from, or is on its way there. */
    @Column(name = "refunded_minor")
    long refundedMinor;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    static Payment received(UUID accountId, Money amount, String reference, LocalDate on) {
        var payment = new Payment();
        payment.accountId = accountId;
        payment.amount = amount;
        payment.method = PaymentMethod.BANK_TRANSFER;
        payment.status = PaymentStatus.SUCCEEDED;
        payment.reference = reference;
        payment.receivedOn = on;
        return payment;
    }

    Money minor(long minor) {
        return new Money(minor, amount.currency());
    }

    Cause cause() {
        return new Cause(Cause.Kind.PAYMENT, id);
    }
}
