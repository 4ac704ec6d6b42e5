package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Leaves accounts alone, and no longer. */
@ApplicationScoped
@Transactional
class Holding {

    private final Escalating escalating;
    private final HoldTable holds;

    Holding(Escalating escalating, HoldTable holds) {
        this.escalating = escalating;
        this.holds = holds;
    }

    HoldView hold(UUID account, HoldRequest request) {
        return escalating.hold(account, request);
    }

    HoldView of(UUID account) {
        return holds.of(account).orElseThrow(() -> Rejected.notFound("dunning-hold", account));
    }

    void end(UUID account) {
        holds.remove(account);
    }
}
