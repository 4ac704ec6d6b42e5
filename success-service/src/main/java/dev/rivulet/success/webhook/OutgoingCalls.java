package dev.rivulet.success.webhook;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.webhook.CallTable.Due;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes the calls that are due. */
@Singleton
class OutgoingCalls implements Deliveries.Queue<Due> {

    private final ClockedTenants clocked;
    private final Deliveries deliveries;
    private final CallTable calls;
    private final SignedPost post;
    private final TenantClock clock;

    OutgoingCalls(ClockedTenants clocked, Deliveries deliveries, CallTable calls, SignedPost post, TenantClock clock) {
        this.clocked = clocked;
        this.deliveries = deliveries;
        this.calls = calls;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(every = "${rivulet.webhook.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        clocked.visit("webhook calls", () -> deliveries.round(this));
    }

    @Override
    public Optional<Due> claim(Instant now, Instant until, Set<String> failing) {
        return QuarkusTransaction.requiringNew().call(() -> calls.claim(now, until, failing));
    }

    @Override
    public String channel(Due call) {
        return call.endpoint();
    }

    @Override
    public int attempt(Due call) {
        return call.attempt();
    }

    @Override
    public Delivery handOver(Due call) {
        return post.deliver(call.url(), call.secret(), call.id(), call.body());
    }

    @Override
    public void delivered(Due call) {
        calls.delivered(call.id(), clock.now());
    }

    @Override
    public void retry(Due call, String reason, Instant at) {
        calls.retry(call.id(), reason, at);
    }

    @Override
    public void giveUp(Due call, String reason) {
        calls.giveUp(call.id(), reason);
    }
}
