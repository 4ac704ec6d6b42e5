package dev.rivulet.success.webhook;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.webhook.CallTable.Due;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Sends at once what somebody asks for: outside of any transaction, while the caller waits. */
@Singleton
class Resending {

    private final CallTable calls;
    private final SignedPost post;
    private final TenantClock clock;

    Resending(CallTable calls, SignedPost post, TenantClock clock) {
        this.calls = calls;
        this.post = post;
        this.clock = clock;
    }

    /** One more attempt now; returns the call after it. */
    CallView resend(UUID id) {
        var call = QuarkusTransaction.requiringNew().call(() -> find(id));
        var failure = switch (post.deliver(call.url(), call.secret(), id, call.body())) {
            case Delivery.Done _ -> null;
            case Delivery.Failed failed -> failed.reason();
        };
        return QuarkusTransaction.requiringNew().call(() -> {
            calls.resent(id, failure, clock.now());
            return calls.find(id).orElseThrow(() -> unknown(id));
        });
    }

    private Due find(UUID id) {
        var call = calls.find(id).orElseThrow(() -> unknown(id));
        return calls.again(id).orElseThrow(() -> Rejected.conflict("endpoint-removed", call.endpoint()));
    }

    private static Rejected unknown(UUID id) {
        return Rejected.notFound("webhook call", id);
    }
}
