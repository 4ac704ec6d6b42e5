package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.CreditToRefund;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Comparator;

/** Sends back what a credit note gave to the balance, by the payments that paid the invoice, the latest first. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CreditRefunds {

    private final AllocationTable allocations;
    private final PaymentRepository payments;
    private final RefundBooks books;

    CreditRefunds(AllocationTable allocations, PaymentRepository payments, RefundBooks books) {
        this.allocations = allocations;
        this.payments = payments;
        this.books = books;
    }

    void onCredited(@Observes CreditToRefund credit) {
        var left = credit.amount();
        var paidBy = allocations.paymentsOf(credit.invoiceId()).stream()
                .map(payments::get)
                .filter(payment -> payment.status == PaymentStatus.SUCCEEDED)
                .sorted(Comparator.comparing((Payment payment) -> payment.id).reversed())
                .toList();
        for (var payment : paidBy) {
            var refundable = payment.amount.minus(payment.minor(payment.refundedMinor));
            var part = refundable.min(left);
            if (part.minor() > 0) {
                books.begin(
                        payment.id,
                        new RefundRequest(part, Refund.Source.BALANCE, Refund.Target.METHOD, credit.reason()));
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            Money most = credit.amount().minus(left);
            throw Rejected.unprocessable("credit-not-refundable", "/to", most);
        }
    }
}
