package dev.rivulet.success.digest;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.digest.domain.Week;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Digests as they are read: of a week that is over always the same. */
@Singleton
class Digests {

    private final DigestTable digests;
    private final DigestMaking making;
    private final Portfolio portfolio;
    private final ClockGate gate;
    private final TenantClock clock;

    Digests(DigestTable digests, DigestMaking making, Portfolio portfolio, ClockGate gate, TenantClock clock) {
        this.digests = digests;
        this.making = making;
        this.portfolio = portfolio;
        this.gate = gate;
        this.clock = clock;
    }

    /** Of the last week that is over, unless another one is named. */
    @Transactional
    DigestView of(DigestFunction function, @Nullable String named) {
        gate.hold();
        var now = clock.now();
        var last = Week.lastClosed(now);
        var week =
                named == null ? last : Week.parse(named).orElseThrow(() -> Rejected.invalid("week-invalid", "?week"));
        if (week.begin().isAfter(now)) {
            throw Rejected.invalid("week-to-come", "?week", Week.of(now));
        }
        if (week.compareTo(last) > 0) {
            return DigestView.of(function, week, null, seen(making.of(week)));
        }
        if (digests.closed(week).isEmpty()) {
            digests.close(week, making.of(week), now);
        }
        var closed = digests.closed(week).orElseThrow();
        return DigestView.of(function, week, closed.closedAt(), seen(closed.content()));
    }

    private Content seen(Content content) {
        return portfolio.accounts().map(own -> content.of(own::contains)).orElse(content);
    }
}
