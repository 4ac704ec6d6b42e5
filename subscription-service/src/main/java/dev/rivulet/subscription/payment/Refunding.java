package dev.rivulet.subscription.payment;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import dev.rivulet.subscription.payment.provider.Outcome;
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
        return RefundView.of(refund.status == PaymentStatus.PENDING ? asked(refund) : refund);
    }

    /** Asks the provider again for a refund whose answer did not come; it refunds once, however often it is asked. */
    RefundView retry(UUID id) {
        var refund = QuarkusTransaction.requiringNew().call(() -> refunds.get(id));
        if (!refund.status.isUndecided()) {
            throw Rejected.conflict("refund-decided", refund.status);
        }
        return RefundView.of(asked(refund));
    }

    /** Asks providers for refunds that nobody has asked them for yet, or whose answer did not come. */
    void askDue() {
        for (var id : undecided.dueRefunds()) {
            try {
                asked(QuarkusTransaction.requiringNew().call(() -> refunds.get(id)));
            } catch (RuntimeException e) {
                // The next customer's refund does not depend on this one's.
                LOG.errorf(e, "refund %s could not be asked for", id);
            }
        }
    }

    private Refund asked(Refund refund) {
        var payment = QuarkusTransaction.requiringNew().call(() -> payments.get(refund.paymentId));
        Outcome outcome;
        try {
            outcome = providers
                    .of(payment.method)
                    .orElseThrow()
                    .refund(refund.id, Objects.requireNonNull(payment.providerPaymentId), refund.amount);
        } catch (RuntimeException e) {
            LOG.errorf(e, "nobody knows what became of refund %s", refund.id);
            outcome = new Outcome.Unknown(null);
        }
        var known = outcome;
        return QuarkusTransaction.requiringNew().call(() -> books.conclude(refund.id, known));
    }
}
