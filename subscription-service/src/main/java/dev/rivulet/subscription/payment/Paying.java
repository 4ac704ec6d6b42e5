package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.billing.domain.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Records money received and settles the invoice with it, in one transaction. */
@ApplicationScoped
class Paying {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final PaymentRepository payments;
    private final Invoicing invoicing;
    private final TenantClock clock;

    Paying(PaymentRepository payments, Invoicing invoicing, TenantClock clock) {
        this.payments = payments;
        this.invoicing = invoicing;
        this.clock = clock;
    }

    @Transactional
    PaymentView record(PaymentRequest request) {
        if (request.amount().isNegative() || request.amount().isZero()) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        requirePast(request.receivedOn());
        // Locked first: payments of one invoice queue here, and only then meet each other's references.
        var accountId = invoicing
                .lockForPayment(request.invoiceId())
                .orElseThrow(() -> Rejected.unprocessable("invoice-unknown", "/invoiceId", request.invoiceId()));
        var payment = new Payment();
        payment.invoiceId = request.invoiceId();
        payment.accountId = accountId;
        payment.amount = request.amount();
        payment.method = request.method();
        payment.reference = request.reference();
        payment.receivedOn = request.receivedOn();
        payment.recordedAt = clock.now();
        if (!payments.addIfNew(payment)) {
            throw Rejected.conflict("payment-reference-used", request.reference());
        }
        return switch (invoicing.settle(payment.invoiceId, payment.amount, payment.receivedOn)) {
            case Settlement.Taken taken -> PaymentView.of(payment);
            case Settlement.OtherCurrency other ->
                throw Rejected.unprocessable(
                        "currency-mismatch", "/amount/currency", payment.amount.currency(), other.expected());
            case Settlement.MoreThanDue more ->
                throw Rejected.unprocessable("payment-exceeds-due", "/amount", more.due());
        };
    }

    /** Nobody knows the bank's zone, so that a day counts as begun as soon as it has anywhere on earth. */
    private void requirePast(LocalDate receivedOn) {
        var latest = clock.today(ZoneOffset.ofHours(14));
        if (receivedOn.isBefore(EARLIEST) || receivedOn.isAfter(latest)) {
            throw Rejected.unprocessable("received-on-range", "/receivedOn", EARLIEST, latest);
        }
    }
}
