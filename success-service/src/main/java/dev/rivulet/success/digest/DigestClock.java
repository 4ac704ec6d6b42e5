package dev.rivulet.success.digest;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.digest.domain.Week;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Closes weeks when they are over, by the system's time or a test clock's. */
@Singleton
class DigestClock {

    /** Earlier weeks are closed when somebody asks for them. */
    private static final int FURTHEST_BACK = 26;

    private final DigestTable digests;
    private final DigestMaking making;
    private final ClockedTenants clocked;
    private final ClockGate gate;
    private final TenantClock clock;

    DigestClock(DigestTable digests, DigestMaking making, ClockedTenants clocked, ClockGate gate, TenantClock clock) {
        this.digests = digests;
        this.making = making;
        this.clocked = clocked;
        this.gate = gate;
        this.clock = clock;
    }

    @Scheduled(every = "${rivulet.digest.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        clocked.visitByPieces("digests", this::advance);
    }

    void moved(@Observes ClockMoved move) {
        while (advance()) {
            // The next week.
        }
    }

    /** Closes the earliest week that is over and not closed; false if there is none. */
    boolean advance() {
        gate.hold();
        var now = clock.now();
        var closed = Week.lastClosed(now);
        var next = digests.last().map(last -> last.plus(1)).orElse(closed);
        if (next.compareTo(closed) > 0) {
            return false;
        }
        var week = next.until(closed) > FURTHEST_BACK ? closed.plus(-FURTHEST_BACK) : next;
        digests.close(week, making.of(week), now);
        return true;
    }
}
