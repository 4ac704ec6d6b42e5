package dev.rivulet.subscription.clock;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.billing.InvoiceRun;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.billing.LateUsageTimer;
import dev.rivulet.subscription.dunning.Dunning;
import dev.rivulet.subscription.events.ClockMoved;
import dev.rivulet.subscription.lifecycle.RolloutRun;
import dev.rivulet.subscription.payment.Collecting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Moves a sandbox tenant's clock the way time passes: it stops wherever something falls due and lets it be billed,
 * collected and reminded of, so that everything bears its own day. It may break off anywhere; the same request again goes on from there.
 */
@ApplicationScoped
class ClockMoves {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59Z");

    private final TenantClock clock;
    private final Billing billing;
    private final Invoicing invoicing;
    private final InvoiceRun run;
    private final LateUsageTimer lateUsage;
    private final Collecting collecting;
    private final Dunning dunning;
    private final RolloutRun rollouts;
    private final Outbox outbox;
    private final Tenants tenants;

    ClockMoves(
            TenantClock clock,
            Billing billing,
            Invoicing invoicing,
            InvoiceRun run,
            LateUsageTimer lateUsage,
            Collecting collecting,
            Dunning dunning,
            RolloutRun rollouts,
            Outbox outbox,
            Tenants tenants) {
        this.clock = clock;
        this.billing = billing;
        this.invoicing = invoicing;
        this.run = run;
        this.lateUsage = lateUsage;
        this.collecting = collecting;
        this.dunning = dunning;
        this.rollouts = rollouts;
        this.outbox = outbox;
        this.tenants = tenants;
    }

    TestClockMoved moveTo(Instant asked) {
        if (asked.isBefore(EARLIEST) || asked.isAfter(LATEST)) {
            throw Rejected.unprocessable("clock-range", "/now", EARLIEST, LATEST);
        }
        var target = asked.truncatedTo(ChronoUnit.MICROS);
        var before = QuarkusTransaction.requiringNew().call(() -> {
            // What failed earlier is tried again on the way, once.
            billing.retryAll();
            return invoicing.lastNumber();
        });
        // Before the next period is charged, so that it is at the price that was published for it.
        rollouts.runAgain();
        // What is due already is done on its day, not on that of the first step.
        run.runToTheEnd();
        Instant reached;
        do {
            reached = QuarkusTransaction.requiringNew().call(() -> step(target));
            lateUsage.wakeIdle();
            run.runToTheEnd();
            collecting.collectDue();
            dunning.runDue();
        } while (reached.isBefore(target));
        return QuarkusTransaction.requiringNew()
                .call(() -> new TestClockMoved(target, invoicing.lastNumber() - before, billing.countFailed()));
    }

    private Instant step(Instant target) {
        var now = clock.now();
        var stop = Stream.of(billing.nextDue(now, target), dunning.nextDue(now, target))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(target);
        clock.moveTo(stop);
        if (stop.equals(target)) {
            outbox.publish(
                    ClockMoved.TYPE,
                    UUID.nameUUIDFromBytes(tenants.current().getBytes(StandardCharsets.UTF_8)),
                    target.toEpochMilli(),
                    new ClockMoved(target));
        }
        return stop;
    }
}
