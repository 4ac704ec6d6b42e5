package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.billing.OpenInvoice;
import dev.rivulet.subscription.events.PaymentFailed;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.payment.domain.Allocation.Share;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import dev.rivulet.subscription.payment.provider.Charge;
import dev.rivulet.subscription.payment.provider.Outcome;
import dev.rivulet.subscription.payment.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two ends of an attempt: begun before a provider is asked, concluded with what it said. */
@ApplicationScoped
@Transactional
class Attempts {

    /**
     * What there was to collect.
     *
     * @param charge what the provider is to be asked; null when nothing is left to collect
     */
    record Begun(Money fromBalance, @Nullable Charge charge, PaymentMethod method) {}

    private final PaymentRepository payments;
    private final AllocationTable allocations;
    private final Methods methods;
    private final Providers providers;
    private final Settling settling;
    private final Invoicing invoicing;
    private final Receiving receiving;
    private final Accounts accounts;
    private final TenantClock clock;
    private final Outbox outbox;

    Attempts(
            PaymentRepository payments,
            AllocationTable allocations,
            Methods methods,
            Providers providers,
            Settling settling,
            Invoicing invoicing,
            Receiving receiving,
            Accounts accounts,
            TenantClock clock,
            Outbox outbox) {
        this.payments = payments;
        this.allocations = allocations;
        this.methods = methods;
        this.providers = providers;
        this.settling = settling;
        this.invoicing = invoicing;
        this.receiving = receiving;
        this.accounts = accounts;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** One debit for several invoices; the customer's balance is used first. */
    Begun begin(CollectionRequest request) {
        var payer = accounts.look(request.accountId())
                .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/accountId", request.accountId()));
        invoicing.lockPayer(payer.id());
        var fromBalance = settling.payFromBalance(payer.id(), payer.currency(), clock.today(payer.zone()));
        var method = methods.forCollection(payer.id(), request.methodId());
        var wanted = invoicing.openInvoices(payer.id()).stream()
                .filter(open ->
                        request.invoiceIds() == null || request.invoiceIds().contains(open.id()))
                .toList();
        var blocked = allocations.blocked(wanted.stream().map(OpenInvoice::id).toList());
        if (!blocked.isEmpty()) {
            throw Rejected.conflict("payment-undecided", blocked.iterator().next());
        }
        return new Begun(fromBalance, record(method, wanted, payer.currency()), method.type);
    }

    /** What collects by itself: only what nobody tried to collect before, never what is disputed or too small. */
    @Nullable
    Begun beginAutomatically(UUID account, boolean again) {
        var payer = accounts.look(account).orElseThrow();
        invoicing.lockPayer(account);
        var fromBalance = settling.payFromBalance(account, payer.currency(), clock.today(payer.zone()));
        var method = methods.automatic(account);
        if (method == null || methods.isDisputed(account)) {
            return null;
        }
        var open = invoicing.openInvoices(account).stream()
                .filter(invoice -> !invoice.belowMinimum())
                .toList();
        var ids = open.stream().map(OpenInvoice::id).toList();
        var left = again ? allocations.blocked(ids) : allocations.tried(ids);
        var wanted = open.stream().filter(each -> !left.contains(each.id())).toList();
        if (sum(wanted, payer.currency()).compareTo(providers.minimum(method.type, payer.currency())) < 0) {
            // Too little to fetch; it waits for more.
            return null;
        }
        return new Begun(fromBalance, record(method, wanted, payer.currency()), method.type);
    }

    private @Nullable Charge record(Method method, List<OpenInvoice> invoices, Currency currency) {
        var amount = sum(invoices, currency);
        if (amount.isZero()) {
            return null;
        }
        var minimum = providers.minimum(method.type, currency);
        if (amount.compareTo(minimum) < 0) {
            throw Rejected.unprocessable("amount-below-minimum", "/accountId", amount, minimum);
        }
        var payment = new Payment();
        payment.accountId = method.accountId;
        payment.amount = amount;
        payment.method = method.type;
        payment.methodId = method.id;
        payment.status = PaymentStatus.PENDING;
        payment.recordedAt = clock.now();
        payments.persistAndFlush(payment);
        allocations.target(
                payment.id,
                invoices.stream().map(each -> new Share(each.id(), each.due())).toList(),
                true);
        return new Charge(
                payment.id, method.accountId, amount, Objects.requireNonNull(method.token), method.customerToken);
    }

    private static Money sum(List<OpenInvoice> invoices, Currency currency) {
        return invoices.stream().map(OpenInvoice::due).reduce(Money.zero(currency), Money::plus);
    }

    /** Applies what is known of an attempt now. What is known already, or would undo money received, changes nothing. */
    PaymentView conclude(UUID id, Outcome outcome) {
        var payer = payments.payerOf(id);
        invoicing.lockPayer(payer);
        var payment = payments.lock(id);
        switch (outcome) {
            case Outcome.Succeeded done -> succeed(payment, done.providerId());
            case Outcome.Failed failed -> fail(payment, failed);
            case Outcome.Unknown unknown -> {
                if (payment.status == PaymentStatus.PENDING) {
                    payment.status = PaymentStatus.UNKNOWN;
                }
                if (unknown.providerId() != null && payment.providerPaymentId == null) {
                    payment.providerPaymentId = unknown.providerId();
                }
                payments.learn(payment);
            }
        }
        return PaymentView.of(payment, allocations.of(List.of(id)).getOrDefault(id, List.of()));
    }

    private void succeed(Payment payment, String providerId) {
        if (!payment.status.mayBecome(PaymentStatus.SUCCEEDED)) {
            return;
        }
        var on = today(payment);
        payment.status = PaymentStatus.SUCCEEDED;
        payment.failureCode = null;
        payment.providerPaymentId = providerId;
        payment.receivedOn = on;
        payments.learn(payment);
        allocations.close(payment.id);
        payment.toBalanceMinor = settling.allocate(
                        payment,
                        payment.amount,
                        allocations.targets(payment.id),
                        LedgerAccount.CASH,
                        payment.cause(),
                        on)
                .minor();
        payments.flush();
        receiving.published(payment);
    }

    private void fail(Payment payment, Outcome.Failed failed) {
        if (!payment.status.mayBecome(PaymentStatus.FAILED)) {
            return;
        }
        payment.status = PaymentStatus.FAILED;
        payment.failureCode = failed.code();
        if (failed.providerId() != null) {
            payment.providerPaymentId = failed.providerId();
        }
        payments.learn(payment);
        allocations.close(payment.id);
        outbox.publish(
                PaymentFailed.TYPE,
                payment.id,
                payment.version,
                new PaymentFailed(
                        payment.id,
                        payment.accountId,
                        payment.amount,
                        payment.method.name(),
                        failed.code(),
                        allocations.targets(payment.id),
                        today(payment)));
    }

    private LocalDate today(Payment payment) {
        return clock.today(accounts.look(payment.accountId).orElseThrow().zone());
    }
}
