package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Bills every payer of the current tenant that is due, some hundreds in one transaction. Any number of runs may go on at
 * once and any may die: a payer is claimed by its row, everything about it is written in the same transaction, and what
 * was missed is simply still due. Where a batch fails its payers are tried one by one, so that one that cannot be billed
 * is put off and holds up no other. A long run goes on in several lanes: while one waits for the database, another
 * reckons.
 */
@ApplicationScoped
public class InvoiceRun {

    private static final Logger LOG = Logger.getLogger(InvoiceRun.class);

    /** What a run did. */
    public record Result(long payers, long invoices, long failed) {

        static final Result NOTHING = new Result(0, 0, 0);

        Result plus(Result other) {
            return new Result(payers + other.payers, invoices + other.invoices, failed + other.failed);
        }
    }

    private final PayerBilling billing;
    private final PayerLocks locks;
    private final RunLog log;
    private final Incidents incidents;
    private final TenantClock clock;
    private final Tenants tenants;
    private final ExecutorService threads;
    private final int batch;
    private final int lanes;
    private final Counter issued;
    private final Counter failures;

    InvoiceRun(
            PayerBilling billing,
            PayerLocks locks,
            RunLog log,
            Incidents incidents,
            TenantClock clock,
            Tenants tenants,
            @VirtualThreads ExecutorService threads,
            @ConfigProperty(name = "rivulet.billing.batch", defaultValue = "500") int batch,
            @ConfigProperty(name = "rivulet.billing.lanes", defaultValue = "2") int lanes,
            MeterRegistry meters) {
        this.billing = billing;
        this.locks = locks;
        this.log = log;
        this.incidents = incidents;
        this.clock = clock;
        this.tenants = tenants;
        this.threads = threads;
        this.batch = batch;
        this.lanes = lanes;
        this.issued = Counter.builder("rivulet.billing.invoices")
                .description("Invoices issued by the run")
                .register(meters);
        this.failures = Counter.builder("rivulet.billing.failures")
                .description("Payers that could not be billed")
                .register(meters);
    }

    /** Leaves to other runs what they are at: for many at work together. */
    public Result runBesideOthers() {
        return run(() -> false);
    }

    /** Waits for what other runs are at: when it returns, everything due is billed or has failed. */
    public Result runToTheEnd() {
        return run(() -> QuarkusTransaction.requiringNew().call(() -> locks.awaitAnother(clock.now())));
    }

    private Result run(BooleanSupplier moreToCome) {
        var due = QuarkusTransaction.requiringNew().call(() -> locks.countDue(clock.now()));
        if (due == 0) {
            return Result.NOTHING;
        }
        var id = log.start(due);
        var total = due > batch ? inLanes(id) : Result.NOTHING;
        while (true) {
            var step = step(id, batch);
            total = total.plus(step);
            if (step.payers() == 0 && !moreToCome.getAsBoolean()) {
                log.finish(id);
                return total;
            }
        }
    }

    private Result inLanes(UUID run) {
        var tenant = tenants.current();
        var begun = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> tenants.as(tenant, () -> lane(run)), threads))
                .limit(lanes)
                .toList();
        return begun.stream().map(CompletableFuture::join).reduce(Result.NOTHING, Result::plus);
    }

    /** Until there is nothing left that no other lane holds. */
    private Result lane(UUID run) {
        var total = Result.NOTHING;
        for (var step = step(run, batch); step.payers() > 0; step = step(run, batch)) {
            total = total.plus(step);
        }
        return total;
    }

    private Result step(UUID run, int most) {
        try {
            var result = QuarkusTransaction.requiringNew().call(() -> {
                var payers = locks.claim(clock.now(), most);
                var done = payers.isEmpty() ? Result.NOTHING : billing.bill(payers);
                log.progress(run, done);
                return done;
            });
            count(result);
            return result;
        } catch (RuntimeException e) {
            if (most == 1) {
                throw e;
            }
            LOG.warnf(e, "a batch of payers could not be billed together; they are tried one by one");
            return oneByOne(run);
        }
    }

    /** Works through as many payers as a batch has, each in a transaction of its own. */
    private Result oneByOne(UUID run) {
        var payers = QuarkusTransaction.requiringNew().call(() -> locks.claim(clock.now(), batch));
        var total = Result.NOTHING;
        for (var payer : payers) {
            total = total.plus(single(run, payer));
        }
        return total;
    }

    private Result single(UUID run, UUID payer) {
        try {
            var result = QuarkusTransaction.requiringNew().call(() -> {
                locks.lock(payer);
                var done = billing.bill(List.of(payer));
                log.progress(run, done);
                return done;
            });
            count(result);
            return result;
        } catch (RuntimeException e) {
            LOG.errorf(e, "payer %s could not be billed; put off", payer);
            var failed = new Result(1, 0, 1);
            QuarkusTransaction.requiringNew().run(() -> {
                locks.putOff(payer, String.valueOf(e));
                incidents.note(payer, null, "invoicing-failed", String.valueOf(e));
                log.progress(run, failed);
            });
            count(failed);
            return failed;
        }
    }

    private void count(Result result) {
        issued.increment((double) result.invoices());
        failures.increment((double) result.failed());
    }
}
