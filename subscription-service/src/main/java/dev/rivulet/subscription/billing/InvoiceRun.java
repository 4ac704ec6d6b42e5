package dev.rivulet.subscription.billing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Bills everything due of the current tenant, oldest first, each period in a transaction of its own. Any number of runs
 * may go on at once and any may die: the cursor and the invoice are written together, and a period missed is simply
 * still due. A subscription that cannot be billed is put off and holds up no other.
 */
@ApplicationScoped
public class InvoiceRun {

    private static final Logger LOG = Logger.getLogger(InvoiceRun.class);

    /** What a run did. */
    public record Result(int invoices, int failed) {}

    private enum Step {
        NONE_DUE,
        INVOICED,
        ENDED,
        FAILED
    }

    private final Billing billing;
    private final Counter issued;
    private final Counter failures;

    InvoiceRun(Billing billing, MeterRegistry meters) {
        this.billing = billing;
        this.issued = Counter.builder("rivulet.billing.invoices")
                .description("Invoices issued by the run")
                .register(meters);
        this.failures = Counter.builder("rivulet.billing.failures")
                .description("Subscriptions that could not be billed")
                .register(meters);
    }

    /** Leaves to other runs what they are at: for many at work together. */
    public Result runBesideOthers() {
        return run(() -> false);
    }

    /** Waits for what other runs are at: when it returns, everything due is billed or has failed. */
    public Result runToTheEnd() {
        return run(() -> QuarkusTransaction.requiringNew().call(billing::awaitAnother));
    }

    private Result run(BooleanSupplier moreToCome) {
        var invoices = 0;
        var failed = 0;
        while (true) {
            switch (step()) {
                case NONE_DUE -> {
                    if (!moreToCome.getAsBoolean()) {
                        return new Result(invoices, failed);
                    }
                }
                case INVOICED -> invoices++;
                case ENDED -> {}
                case FAILED -> failed++;
            }
        }
    }

    private Step step() {
        var claimed = new AtomicReference<UUID>();
        try {
            var step = QuarkusTransaction.requiringNew().call(() -> {
                var cursor = billing.claim();
                if (cursor == null) {
                    return Step.NONE_DUE;
                }
                claimed.set(cursor.subscriptionId);
                return billing.advance(cursor) ? Step.INVOICED : Step.ENDED;
            });
            if (step == Step.INVOICED) {
                issued.increment();
            }
            return step;
        } catch (RuntimeException e) {
            var subscription = claimed.get();
            if (subscription == null) {
                throw e;
            }
            LOG.errorf(e, "subscription %s could not be billed; put off", subscription);
            failures.increment();
            QuarkusTransaction.requiringNew().run(() -> billing.putOff(subscription, String.valueOf(e)));
            return Step.FAILED;
        }
    }
}
