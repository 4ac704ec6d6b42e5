package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.events.PaymentDisputed;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.ledger.Ledger;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.ledger.Transfer;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Books payments that a customer's bank takes back: what they paid is due again, until the dispute is won. */
@ApplicationScoped
@Transactional
public class Disputing {

    private final DisputeRepository disputes;
    private final PaymentRepository payments;
    private final AllocationTable allocations;
    private final Settling settling;
    private final Invoicing invoicing;
    private final CustomerBalances balances;
    private final Ledger ledger;
    private final Accounts accounts;
    private final TenantClock clock;
    private final Outbox outbox;

    Disputing(
            DisputeRepository disputes,
            PaymentRepository payments,
            AllocationTable allocations,
            Settling settling,
            Invoicing invoicing,
            CustomerBalances balances,
            Ledger ledger,
            Accounts accounts,
            TenantClock clock,
            Outbox outbox) {
        this.disputes = disputes;
        this.payments = payments;
        this.allocations = allocations;
        this.settling = settling;
        this.invoicing = invoicing;
        this.balances = balances;
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
        this.outbox = outbox;
    }

    DisputeView open(UUID paymentId, DisputeRequest request) {
        return open(paymentId, request, "/amount");
    }

    /**
     * Books that a bank took back a part of a payment for good: a dispute that is lost already; its id.
     *
     * @param name tells it from others of the payment
     * @param pointer to the payment, where it cannot be that
     */
    public UUID lose(UUID paymentId, Money amount, String name, String reason, String pointer) {
        var dispute = open(paymentId, new DisputeRequest(amount, name, reason), pointer);
        return close(dispute.id(), false).id();
    }

    private DisputeView open(UUID paymentId, DisputeRequest request, String pointer) {
        var payer = accounts.look(payments.payerOf(paymentId)).orElseThrow();
        invoicing.lockPayer(payer.id());
        var payment = payments.lock(paymentId);
        var known = request.providerDisputeId() == null
                ? Optional.<Dispute>empty()
                : disputes.byProviderId(paymentId, request.providerDisputeId());
        if (known.isPresent()) {
            return DisputeView.of(known.get());
        }
        requireDisputable(payment, request.amount(), pointer);
        var dispute = new Dispute();
        dispute.paymentId = paymentId;
        dispute.accountId = payer.id();
        dispute.amount = request.amount();
        dispute.providerDisputeId = request.providerDisputeId();
        dispute.reason = request.reason();
        dispute.status = Dispute.Status.OPEN;
        dispute.openedOn = clock.today(payer.zone());
        disputes.persistAndFlush(dispute);
        takeBack(dispute, payment);
        // Money that is gone cannot be refunded as well.
        payment.refundedMinor = Math.addExact(payment.refundedMinor, dispute.amount.minor());
        return told(dispute, payment);
    }

    private static void requireDisputable(Payment payment, Money amount, String pointer) {
        if (amount.isNegative() || amount.isZero()) {
            throw Rejected.invalid("amount-not-positive", pointer + "/amount");
        }
        if (payment.status != PaymentStatus.SUCCEEDED) {
            throw Rejected.conflict("payment-not-succeeded", payment.status);
        }
        if (!amount.currency().equals(payment.amount.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch",
                    pointer.equals("/amount") ? pointer + "/currency" : pointer,
                    amount.currency(),
                    payment.amount.currency().getCurrencyCode());
        }
        var left = payment.amount.minus(payment.minor(payment.refundedMinor));
        if (amount.compareTo(left) > 0) {
            throw Rejected.unprocessable("refund-exceeds-payment", pointer, left);
        }
    }

    private void takeBack(Dispute dispute, Payment payment) {
        var cause = dispute.cause();
        var fromInvoices = settling.takeBack(payment, dispute.amount, cause, dispute.openedOn);
        post(dispute, LedgerAccount.RECEIVABLE, LedgerAccount.CASH, fromInvoices, dispute.openedOn);
        var rest = dispute.amount.minus(fromInvoices);
        if (!rest.isZero()) {
            rest = rest.minus(balances.use(dispute.accountId, rest, LedgerAccount.CASH, cause, dispute.openedOn));
        }
        dispute.lostMinor = rest.minor();
        post(dispute, LedgerAccount.BAD_DEBT, LedgerAccount.CASH, rest, dispute.openedOn);
    }

    /** Ends a dispute; money won back pays what it was taken back of, then what else is open, the oldest due first. */
    DisputeView close(UUID id, boolean won) {
        invoicing.lockPayer(disputes.get(id).accountId);
        var dispute = disputes.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (dispute.status != Dispute.Status.OPEN) {
            throw Rejected.conflict("dispute-closed", dispute.status);
        }
        var payment = payments.lock(dispute.paymentId);
        var on = clock.today(accounts.look(dispute.accountId).orElseThrow().zone());
        dispute.status = won ? Dispute.Status.WON : Dispute.Status.LOST;
        dispute.closedOn = on;
        if (won) {
            payment.refundedMinor = Math.subtractExact(payment.refundedMinor, dispute.amount.minor());
            var lost = payment.minor(dispute.lostMinor);
            post(dispute, LedgerAccount.CASH, LedgerAccount.BAD_DEBT, lost, on);
            settling.allocate(
                    payment,
                    dispute.amount.minus(lost),
                    allocations.takenBackBy(dispute.cause()),
                    LedgerAccount.CASH,
                    dispute.cause(),
                    on);
        }
        return told(dispute, payment);
    }

    private void post(Dispute dispute, LedgerAccount debit, LedgerAccount credit, Money amount, LocalDate on) {
        if (!amount.isZero()) {
            ledger.post(List.of(new Transfer(debit, credit, dispute.accountId, amount, dispute.cause(), on)));
        }
    }

    private DisputeView told(Dispute dispute, Payment payment) {
        disputes.flush();
        outbox.publish(
                PaymentDisputed.TYPE,
                payment.id,
                payment.version,
                new PaymentDisputed(
                        payment.id,
                        dispute.id,
                        dispute.accountId,
                        dispute.amount,
                        dispute.status.name(),
                        dispute.reason,
                        clock.today(
                                accounts.look(dispute.accountId).orElseThrow().zone())));
        return DisputeView.of(dispute);
    }
}
