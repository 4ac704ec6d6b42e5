package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.billing.OpenInvoice;
import dev.rivulet.subscription.events.PaymentSucceeded;
import dev.rivulet.subscription.ledger.LedgerAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Records money that came by itself and settles invoices with it, in one transaction. */
@ApplicationScoped
@Transactional
public class Receiving {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final PaymentRepository payments;
    private final AllocationTable allocations;
    private final Settling settling;
    private final Invoicing invoicing;
    private final Accounts accounts;
    private final TenantClock clock;
    private final Outbox outbox;

    Receiving(
            PaymentRepository payments,
            AllocationTable allocations,
            Settling settling,
            Invoicing invoicing,
            Accounts accounts,
            TenantClock clock,
            Outbox outbox) {
        this.payments = payments;
        this.allocations = allocations;
        this.settling = settling;
        this.invoicing = invoicing;
        this.accounts = accounts;
        this.clock = clock;
        this.outbox = outbox;
    }

    PaymentView record(PaymentRequest request) {
        if (request.amount().isNegative() || request.amount().isZero()) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        if (request.method() != PaymentMethod.BANK_TRANSFER) {
            throw Rejected.unprocessable("method-collects-itself", "/method");
        }
        requirePast(request.receivedOn());
        var invoice = request.invoiceId();
        if ((invoice == null) == (request.accountId() == null)) {
            throw Rejected.invalid("payment-for-one", "/accountId");
        }
        return invoice == null
                ? ofAccount(request, Objects.requireNonNull(request.accountId()))
                : ofInvoice(request, invoice);
    }

    private PaymentView ofInvoice(PaymentRequest request, UUID invoice) {
        var payer = invoicing
                .payerOf(invoice)
                .orElseThrow(() -> Rejected.unprocessable("invoice-unknown", "/invoiceId", invoice));
        requireCurrency(payer, request.amount());
        // Locked first: payments of one payer queue here, and only then meet each other's references.
        invoicing.lockPayer(payer);
        var due = invoicing.payable(payer, List.of(invoice)).stream()
                .filter(open -> open.id().equals(invoice))
                .map(OpenInvoice::due)
                .findFirst()
                .orElse(Money.zero(request.amount().currency()));
        var payment = Payment.received(payer, request.amount(), request.reference(), request.receivedOn());
        payment.recordedAt = clock.now();
        payments.addNew(payment);
        if (request.amount().compareTo(due) > 0) {
            throw Rejected.unprocessable("payment-exceeds-due", "/amount", due);
        }
        return settled(payment, List.of(invoice), LedgerAccount.CASH);
    }

    private PaymentView ofAccount(PaymentRequest request, UUID account) {
        requireCurrency(account, request.amount());
        var first = Objects.requireNonNullElse(request.invoiceIds(), List.<UUID>of());
        for (var i = 0; i < first.size(); i++) {
            if (!invoicing.payerOf(first.get(i)).filter(account::equals).isPresent()) {
                throw Rejected.unprocessable("invoice-unknown", "/invoiceIds/" + i, first.get(i));
            }
        }
        invoicing.lockPayer(account);
        var payment = Payment.received(account, request.amount(), request.reference(), request.receivedOn());
        payment.recordedAt = clock.now();
        payments.addNew(payment);
        return settled(payment, first, LedgerAccount.CASH);
    }

    /** Takes money that a bank statement tells of and that waits as unallocated; returns the payment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID takeUnallocated(UUID account, Money amount, String reference, LocalDate on, List<UUID> first) {
        invoicing.lockPayer(account);
        var payment = Payment.received(account, amount, reference, on);
        payment.recordedAt = clock.now();
        payments.addNew(payment);
        return settled(payment, first, LedgerAccount.UNALLOCATED).id();
    }

    /** Whether a payment has the bank's reference. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isKnown(String reference) {
        return payments.count("reference", reference) > 0;
    }

    /** A transfer that was received, as the bank knows it. */
    public record Received(UUID id, UUID accountId, String reference) {}

    /** Whose a payment is; empty where there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> payerOf(UUID paymentId) {
        return payments.findByIdOptional(paymentId).map(payment -> payment.accountId);
    }

    /** Some of the latest transfers of exactly an amount: which one may have been taken back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Received> ofAmount(Money amount) {
        return payments.receivedOf(amount).stream()
                .map(payment -> new Received(payment.id, payment.accountId, Objects.toString(payment.reference, "")))
                .toList();
    }

    private PaymentView settled(Payment payment, List<UUID> first, LedgerAccount from) {
        var on = Objects.requireNonNull(payment.receivedOn);
        payment.toBalanceMinor = settling.allocate(payment, payment.amount, first, from, payment.cause(), on)
                .minor();
        payments.flush();
        return published(payment);
    }

    PaymentView published(Payment payment) {
        var shares = allocations.of(List.of(payment.id)).getOrDefault(payment.id, List.of());
        outbox.publish(
                PaymentSucceeded.TYPE,
                payment.id,
                payment.version,
                new PaymentSucceeded(
                        payment.id,
                        payment.accountId,
                        payment.amount,
                        payment.method.name(),
                        Objects.requireNonNull(payment.receivedOn),
                        shares.stream()
                                .map(share -> new PaymentSucceeded.Part(share.invoiceId(), share.amount()))
                                .toList(),
                        payment.minor(payment.toBalanceMinor)));
        return PaymentView.of(payment, shares);
    }

    private void requireCurrency(UUID account, Money amount) {
        var payer = accounts.look(account)
                .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/accountId", account));
        if (!payer.currency().equals(amount.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch",
                    "/amount/currency",
                    amount.currency(),
                    payer.currency().getCurrencyCode());
        }
    }

    /** Nobody knows the bank's zone, so that a day counts as begun as soon as it has anywhere on earth. */
    private void requirePast(LocalDate receivedOn) {
        var latest = clock.today(DayEdges.FIRST);
        if (receivedOn.isBefore(EARLIEST) || receivedOn.isAfter(latest)) {
            throw Rejected.unprocessable("received-on-range", "/receivedOn", EARLIEST, latest);
        }
    }
}
