package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.idempotency.Claim;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Signs together what is asked for at the same time. Most of what a signing costs is paid once for a transaction,
 * however many subscriptions are signed in it, so that many who come at once are served sooner than one after another,
 * and one who comes alone does not wait.
 */
@Singleton
class SigningQueue {

    private static final Logger LOG = Logger.getLogger(SigningQueue.class);
    private static final int MOST = 50;

    private final Subscribing subscribing;
    private final SigningKeys keys;
    private final Tenants tenants;
    private final List<SigningLane> lanes;

    SigningQueue(
            Subscribing subscribing,
            SigningKeys keys,
            Tenants tenants,
            @ConfigProperty(name = "rivulet.signing.lanes", defaultValue = "2") int lanes) {
        this.subscribing = subscribing;
        this.keys = keys;
        this.tenants = tenants;
        this.lanes = Stream.generate(() -> new SigningLane(MOST)).limit(lanes).toList();
    }

    /** Signs in a transaction of its own, perhaps with others of the tenant; once for the key it came with. */
    RestResponse<?> subscribe(SubscriptionRequest request) {
        var lane = lanes.get(Math.floorMod(request.accountId().hashCode(), lanes.size()));
        var signing = new Signing(request, Claim.current());
        lane.pass(tenants.current(), signing, this::sign);
        return signing.answer();
    }

    private void sign(List<Signing> all) {
        try {
            QuarkusTransaction.requiringNew().run(() -> keys.once(all, subscribing::sign));
        } catch (RuntimeException e) {
            all.forEach(Signing::reset);
            if (all.size() == 1) {
                all.getFirst().failed(e);
            } else {
                LOG.warnf(e, "%d subscriptions could not be signed together, now one by one", all.size());
                all.forEach(signing -> sign(List.of(signing)));
            }
        }
    }
}
