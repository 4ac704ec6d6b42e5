package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.events.PaymentRefunded;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.ledger.Ledger;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.ledger.Transfer;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import dev.rivulet.subscription.payment.provider.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two ends of a refund: set aside before a provider is asked, concluded with what it said. */
@ApplicationScoped
@Transactional
class RefundBooks {

    private final RefundRepository refunds;
    private final PaymentRepository payments;
    private final Settling settling;
    private final Invoicing invoicing;
    private final CustomerBalances balances;
    private final Ledger ledger;
    private final Accounts accounts;
    private final TenantClock clock;
    private final Outbox outbox;

    RefundBooks(
            RefundRepository refunds,
            PaymentRepository payments,
            Settling settling,
            Invoicing invoicing,
            CustomerBalances balances,
            Ledger ledger,
            Accounts accounts,
            TenantClock clock,
            Outbox outbox) {
        this.refunds = refunds;
        this.payments = payments;
        this.settling = settling;
        this.invoicing = invoicing;
        this.balances = balances;
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Takes the money from where it is and sets it aside; what nobody need be asked for is done with that. */
    Refund begin(UUID paymentId, RefundRequest request) {
        var payer = accounts.look(payments.payerOf(paymentId)).orElseThrow();
        invoicing.lockPayer(payer.id());
        var payment = payments.lock(paymentId);
        requireRefundable(payment, request);
        var refund = new Refund();
        refund.paymentId = paymentId;
        refund.accountId = payer.id();
        refund.amount = request.amount();
        refund.source = request.source();
        refund.target = request.target();
        refund.reason = request.reason();
        refund.refundedOn = clock.today(payer.zone());
        refund.createdAt = clock.now();
        refund.status = PaymentStatus.PENDING;
        refunds.persistAndFlush(refund);
        setAside(refund, payment);
        if (refund.target == Refund.Target.METHOD) {
            payment.refundedMinor = Math.addExact(payment.refundedMinor, refund.amount.minor());
        }
        if (refund.target == Refund.Target.BALANCE || payment.method == PaymentMethod.BANK_TRANSFER) {
            done(refund, null);
        }
        return refund;
    }

    private static void requireRefundable(Payment payment, RefundRequest request) {
        var amount = request.amount();
        if (amount.isNegative() || amount.isZero()) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        if (payment.status != PaymentStatus.SUCCEEDED) {
            throw Rejected.conflict("payment-not-succeeded", payment.status);
        }
        if (!amount.currency().equals(payment.amount.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch",
                    "/amount/currency",
                    amount.currency(),
                    payment.amount.currency().getCurrencyCode());
        }
        if (request.target() == Refund.Target.BALANCE && request.source() != Refund.Source.INVOICES) {
            throw Rejected.unprocessable("refund-to-balance-of-invoices", "/source");
        }
        var left = payment.amount.minus(payment.minor(payment.refundedMinor));
        if (amount.compareTo(left) > 0) {
            throw Rejected.unprocessable("refund-exceeds-payment", "/amount", left);
        }
    }

    private void setAside(Refund refund, Payment payment) {
        var cause = refund.cause();
        var on = refund.refundedOn;
        switch (refund.source) {
            case INVOICES -> {
                var back = settling.takeBack(payment, refund.amount, cause, on);
                if (back.compareTo(refund.amount) < 0) {
                    throw Rejected.unprocessable("refund-exceeds-invoices", "/amount", back);
                }
                if (refund.target == Refund.Target.BALANCE) {
                    balances.credit(refund.accountId, refund.amount, LedgerAccount.RECEIVABLE, cause, on);
                } else {
                    post(refund, LedgerAccount.RECEIVABLE, LedgerAccount.REFUND_CLEARING);
                }
            }
            case BALANCE -> {
                var used = balances.use(refund.accountId, refund.amount, LedgerAccount.REFUND_CLEARING, cause, on);
                if (used.compareTo(refund.amount) < 0) {
                    throw Rejected.unprocessable("refund-exceeds-balance", "/amount", used);
                }
            }
            case GOODWILL -> post(refund, LedgerAccount.GOODWILL, LedgerAccount.REFUND_CLEARING);
        }
    }

    /** Applies what the provider said of a refund; what is known already changes nothing. */
    Refund conclude(UUID id, Outcome outcome) {
        invoicing.lockPayer(refunds.get(id).accountId);
        var refund = refunds.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (!refund.status.isUndecided()) {
            return refund;
        }
        switch (outcome) {
            case Outcome.Succeeded succeeded -> done(refund, succeeded.providerId());
            case Outcome.Failed failed -> failed(refund, failed);
            case Outcome.Unknown unknown -> {
                refund.status = PaymentStatus.UNKNOWN;
                if (unknown.providerId() != null) {
                    refund.providerRefundId = unknown.providerId();
                }
            }
        }
        refunds.flush();
        return refund;
    }

    private void done(Refund refund, @Nullable String providerId) {
        refund.status = PaymentStatus.SUCCEEDED;
        refund.providerRefundId = providerId;
        if (refund.target == Refund.Target.METHOD) {
            post(refund, LedgerAccount.REFUND_CLEARING, LedgerAccount.CASH);
        }
        refunds.flush();
        outbox.publish(
                PaymentRefunded.TYPE,
                refund.paymentId,
                payments.findById(refund.paymentId).version,
                new PaymentRefunded(
                        refund.paymentId,
                        refund.id,
                        refund.accountId,
                        refund.amount,
                        refund.source.name(),
                        refund.target.name(),
                        refund.refundedOn));
    }

    /** The money stays with us: it is the customer's balance then, which pays what has become due again. */
    private void failed(Refund refund, Outcome.Failed failed) {
        refund.status = PaymentStatus.FAILED;
        refund.failureCode = failed.code();
        var payment = payments.lock(refund.paymentId);
        payment.refundedMinor = Math.subtractExact(payment.refundedMinor, refund.amount.minor());
        if (refund.source == Refund.Source.GOODWILL) {
            post(refund, LedgerAccount.REFUND_CLEARING, LedgerAccount.GOODWILL);
            return;
        }
        invoicing.openInvoices(refund.accountId);
        balances.credit(
                refund.accountId, refund.amount, LedgerAccount.REFUND_CLEARING, refund.cause(), refund.refundedOn);
        settling.payFromBalance(refund.accountId, refund.amount.currency(), refund.refundedOn);
    }

    private void post(Refund refund, LedgerAccount debit, LedgerAccount credit) {
        ledger.post(List.of(
                new Transfer(debit, credit, refund.accountId, refund.amount, refund.cause(), refund.refundedOn)));
    }
}
