package dev.rivulet.subscription.payment;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
import dev.rivulet.subscription.payment.provider.Outcome;
import dev.rivulet.subscription.payment.provider.Providers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches money. An attempt is recorded and committed, then the provider is asked without a transaction, then its
 * answer is applied in another: whenever this dies, what was begun is known and found again.
 */
@ApplicationScoped
public class Collecting {

    private static final Logger LOG = Logger.getLogger(Collecting.class);
    private static final int PAGE = 200;
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final Attempts attempts;
    private final PaymentRepository payments;
    private final Undecided undecided;
    private final Methods methods;
    private final Providers providers;
    private final Invoicing invoicing;
    private final Refunding refunding;

    Collecting(
            Attempts attempts,
            PaymentRepository payments,
            Undecided undecided,
            Methods methods,
            Providers providers,
            Invoicing invoicing,
            Refunding refunding) {
        this.attempts = attempts;
        this.payments = payments;
        this.undecided = undecided;
        this.methods = methods;
        this.providers = providers;
        this.invoicing = invoicing;
        this.refunding = refunding;
    }

    CollectionView collect(CollectionRequest request) {
        var begun = QuarkusTransaction.requiringNew().call(() -> attempts.begin(request));
        return new CollectionView(begun.fromBalance(), charged(begun));
    }

    /**
     * Tries once more to collect what is open of a customer who pays by itself; false when there is nothing to try. Not
     * in a transaction, because it asks a provider.
     */
    public boolean retry(UUID account) {
        var begun = QuarkusTransaction.requiringNew().call(() -> attempts.beginAutomatically(account, true));
        return begun != null && charged(begun) != null;
    }

    /**
     * Collects everything new of the current tenant that collects by itself, and asks for what became of attempts whose
     * answer did not come, refunds too. Returns how many attempts succeeded.
     */
    public int collectDue() {
        undecided.due().forEach(this::ask);
        refunding.askDue();
        var succeeded = 0;
        var after = new UUID(0, 0);
        while (true) {
            var from = after;
            var payers = QuarkusTransaction.requiringNew().call(() -> invoicing.payersWithOpen(EVER, from, PAGE));
            for (var payer : QuarkusTransaction.requiringNew().call(() -> methods.amongAutomatic(payers))) {
                succeeded += collected(payer) ? 1 : 0;
            }
            if (payers.size() < PAGE) {
                return succeeded;
            }
            after = payers.getLast();
        }
    }

    private boolean collected(UUID payer) {
        try {
            var begun = QuarkusTransaction.requiringNew().call(() -> attempts.beginAutomatically(payer, false));
            var view = begun == null ? null : charged(begun);
            return view != null && view.status() == PaymentStatus.SUCCEEDED;
        } catch (RuntimeException e) {
            // The next customer's card does not depend on this one's.
            LOG.errorf(e, "customer %s could not be charged", payer);
            return false;
        }
    }

    /** Asks the provider what became of a payment and applies the answer. */
    PaymentView ask(UUID id) {
        var payment = QuarkusTransaction.requiringNew().call(() -> payments.get(id));
        var provider = providers.of(payment.method).orElse(null);
        if (provider == null || !payment.status.isUndecided()) {
            throw Rejected.conflict("payment-decided");
        }
        var outcome = provider.find(id, payment.providerPaymentId);
        return QuarkusTransaction.requiringNew().call(() -> attempts.conclude(id, outcome));
    }

    private @Nullable PaymentView charged(Attempts.Begun begun) {
        var charge = begun.charge();
        if (charge == null) {
            return null;
        }
        var provider = providers.of(begun.method()).orElseThrow();
        Outcome outcome;
        try {
            outcome = provider.charge(charge);
        } catch (RuntimeException e) {
            LOG.errorf(e, "nobody knows what became of payment %s", charge.paymentId());
            outcome = new Outcome.Unknown(null);
        }
        var known = outcome;
        return QuarkusTransaction.requiringNew().call(() -> attempts.conclude(charge.paymentId(), known));
    }
}
