package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.PlanRollouts.Open;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings published versions of the current tenant's plans to those who subscribed to older ones. Whatever has been
 * decided about a subscription is committed with it, so that any number of runs may go on at once and any may die; one
 * that fails becomes an incident, is tried again later, and holds up no other.
 */
@ApplicationScoped
public class RolloutRun {

    private static final Logger LOG = Logger.getLogger(RolloutRun.class);
    static final String INCIDENT = "rollout-failed";
    private static final UUID FIRST = new UUID(0, 0);

    private final PlanRollouts rollouts;
    private final RolloutReach reach;
    private final VersionChanging changing;
    private final Billing billing;
    private final int batch;

    RolloutRun(
            PlanRollouts rollouts,
            RolloutReach reach,
            VersionChanging changing,
            Billing billing,
            @ConfigProperty(name = "rivulet.rollout.batch", defaultValue = "200") int batch) {
        this.rollouts = rollouts;
        this.reach = reach;
        this.changing = changing;
        this.billing = billing;
        this.batch = batch;
    }

    /** Does what can be done now. */
    public void run() {
        for (var rollout : QuarkusTransaction.requiringNew().call(rollouts::open)) {
            while (!rollout.gathered() && QuarkusTransaction.requiringNew().call(() -> reach.gather(rollout, batch))) {
                // Some at a time.
            }
            changeAll(rollout);
            QuarkusTransaction.requiringNew().run(() -> rollouts.finish(rollout.id()));
        }
    }

    /** Does everything, with what failed earlier tried once more. */
    public void runAgain() {
        QuarkusTransaction.requiringNew().run(rollouts::retryAll);
        run();
    }

    private void changeAll(Open rollout) {
        var last = FIRST;
        while (true) {
            var after = last;
            var some = QuarkusTransaction.requiringNew().call(() -> rollouts.pending(rollout.id(), after, batch));
            if (some.isEmpty()) {
                return;
            }
            last = some.getLast();
            // In no order, so that replicas seldom meet at one subscription.
            var shuffled = new ArrayList<>(some);
            Collections.shuffle(shuffled);
            shuffled.forEach(subscription -> change(rollout, subscription));
        }
    }

    private void change(Open rollout, UUID subscription) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (rollouts.claim(rollout.id(), subscription)) {
                    rollouts.done(rollout.id(), subscription, changing.change(subscription, rollout));
                    billing.settleIncident(subscription, INCIDENT);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "subscription %s could not be brought to version %d", subscription, rollout.version());
            QuarkusTransaction.requiringNew().run(() -> fail(rollout, subscription, e));
        }
    }

    private void fail(Open rollout, UUID subscription, RuntimeException reason) {
        rollouts.putOff(rollout.id(), subscription);
        var diagnosis = "version " + rollout.version() + " of plan " + rollout.planId() + ": "
                + (reason instanceof Rejected refused ? refused.code() + " " + refused.arguments() : reason);
        billing.noteIncident(subscription, INCIDENT, diagnosis);
    }
}
