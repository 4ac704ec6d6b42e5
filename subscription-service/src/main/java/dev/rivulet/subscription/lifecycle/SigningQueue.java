package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.idempotency.Claim;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Signs together what is asked for at the same time. Most of what a signing costs is paid once for a transaction,
 * however many subscriptions are signed in it, so that many who come at once are served sooner than one after another,
 * and one who comes alone does not wait. Whose payer or account somebody else holds is signed alone, so that nobody else
 * waits for it. The events of a batch belong to the trace of the request that led it.
 */
@Singleton
class SigningQueue {

    /** Each keeps a core here and one of the database busy; more of them make more and smaller batches. */
    private static final int LANES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int MOST = 50;

    /** Of the time that a batch took: those it answered are mostly back by then. */
    private static final double PATIENCE = 0.25;

    private final Subscribing subscribing;
    private final SigningKeys keys;
    private final Tenants tenants;
    private final ManagedExecutor threads;
    private final List<SigningLane> lanes =
            Stream.generate(() -> new SigningLane(MOST, PATIENCE)).limit(LANES).toList();

    SigningQueue(Subscribing subscribing, SigningKeys keys, Tenants tenants, ManagedExecutor threads) {
        this.subscribing = subscribing;
        this.keys = keys;
        this.tenants = tenants;
        this.threads = threads;
    }

    /** Signs in a transaction of its own, perhaps with others of the tenant; once for the key it came with. */
    RestResponse<?> subscribe(SubscriptionRequest request) {
        var lane = lanes.get(Math.floorMod(request.accountId().hashCode(), LANES));
        var signing = new Signing(request, Claim.current());
        var tenant = tenants.current();
        lane.pass(tenant, signing, all -> signTogether(tenant, all));
        if (!signing.isAnswered()) {
            sign(List.of(signing));
        }
        return signing.answer();
    }

    /** On a thread of the system's own, which takes a statement's answer sooner than a virtual one. */
    private void signTogether(String tenant, List<Signing> all) {
        try {
            // Said once: each statement asks whose it is.
            threads.runAsync(() -> tenants.as(tenant, () -> {
                        sign(all);
                        return all;
                    }))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void sign(List<Signing> all) {
        var written = new AtomicBoolean();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                keys.once(all, subscribing::sign);
                written.set(true);
            });
        } catch (RuntimeException | Error e) {
            all.forEach(Signing::reset);
            if (written.get()) {
                // Whether it was committed is not known: nobody may try again but who has a key to be known by.
                all.forEach(signing -> signing.failed(new IllegalStateException("not known to be signed", e)));
            }
            throw e;
        }
    }
}
