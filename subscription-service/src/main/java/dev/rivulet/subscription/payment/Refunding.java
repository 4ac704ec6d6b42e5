package dev.rivulet.subscription.payment;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import dev.rivulet.subscription.payment.provider.Outcome;
import dev.rivulet.subscription.payment.provider.PaymentProvider;
import dev.rivulet.subscription.payment.provider.Providers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Gives money back; like a collection in two transactions, with the provider asked in between. */
@ApplicationScoped
class Refunding {

    private static final Logger LOG = Logger.getLogger(Refunding.class);

    private final RefundBooks books;
    private final RefundRepository refunds;
    private final PaymentRepository payments;
    private final Providers providers;
    private final Undecided undecided;

    Refunding(
            RefundBooks books,
            RefundRepository refunds,
            PaymentRepository payments,
            Providers providers,
            Undecided undecided) {
        this.books = books;
        this.refunds = refunds;
        this.payments = payments;
        this.providers = providers;
        this.undecided = undecided;
    }

    RefundView refund(UUID payment, RefundRequest request) {
        var refund = QuarkusTransaction.requiringNew().call(() -> books.begin(payment, request));
        return RefundView.of(refund.status == PaymentStatus.PENDING ? asked(refund, Refunding::begun) : refund);
    }

    /** Finds out what became of a refund whose answer did not come, and asks for it again where it was not made. */
    RefundView retry(UUID id) {
        var refund = QuarkusTransaction.requiringNew().call(() -> refunds.get(id));
        if (!refund.status.isUndecided()) {
            throw Rejected.conflict("refund-decided", refund.status);
        }
        return RefundView.of(asked(refund, Refunding::found));
    }

    /** Asks providers for refunds that nobody has asked them for yet, or whose answer did not come. */
    void askDue() {
        for (var id : undecided.dueRefunds()) {
            try {
                asked(QuarkusTransaction.requiringNew().call(() -> refunds.get(id)), Refunding::found);
            } catch (RuntimeException e) {
                // The next customer's refund does not depend on this one's.
                LOG.errorf(e, "refund %s could not be asked for", id);
            }
        }
    }

    private interface Question {
        Outcome ask(PaymentProvider provider, Refund refund, String providerPaymentId);
    }

    private static Outcome begun(PaymentProvider provider, Refund refund, String providerPaymentId) {
        return provider.refund(refund.id, providerPaymentId, refund.amount);
    }

    private static Outcome found(PaymentProvider provider, Refund refund, String providerPaymentId) {
        return provider.findRefund(refund.id, providerPaymentId, refund.providerRefundId)
                .orElseGet(() -> begun(provider, refund, providerPaymentId));
    }

    private Refund asked(Refund refund, Question question) {
        var payment = QuarkusTransaction.requiringNew().call(() -> payments.get(refund.paymentId));
        Outcome outcome;
        try {
            outcome = question.ask(
                    providers.of(payment.method).orElseThrow(),
                    refund,
                    Objects.requireNonNull(payment.providerPaymentId));
        } catch (RuntimeException e) {
            LOG.errorf(e, "nobody knows what became of refund %s", refund.id);
            outcome = new Outcome.Unknown(null);
        }
        var known = outcome;
        return QuarkusTransaction.requiringNew().call(() -> books.conclude(refund.id, known));
    }
}
