package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.metrics.MrrCloseStore.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes months of recurring revenue, one after the other. */
@ApplicationScoped
@Transactional
class MrrClosing {

    private final MrrCloseStore store;
    private final TenantClock clock;

    MrrClosing(MrrCloseStore store, TenantClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A month closed, with its lines by currency. */
    record Close(YearMonth month, Instant closedAt, List<Line> lines) {}

    /**
     * Takes in every movement known by now up to the month's end. What begins is what the month before was closed with,
     * what ends is added up anew from the ledger: they must meet.
     */
    Close close(YearMonth month) {
        if (!clock.today(DayEdges.LAST).isAfter(month.atEndOfMonth())) {
            throw Rejected.unprocessable("mrr-month-open", "/month", month);
        }
        var last = store.last();
        var now = clock.now();
        if (!store.begin(month, now)) {
            throw Rejected.conflict("mrr-month-closed", month);
        }
        if (last != null && !last.plusMonths(1).equals(month)) {
            throw Rejected.conflict("mrr-close-order", last.plusMonths(1));
        }
        store.takeIn(month, last == null);
        var lines = store.lines(month, last);
        for (var line : lines) {
            if (line.flow().end() + line.late() != line.end()) {
                throw Rejected.conflict("mrr-close-mismatch", line.currency().getCurrencyCode());
            }
        }
        lines.forEach(line -> store.keep(month, line));
        return new Close(month, now, lines);
    }

    Close get(YearMonth month) {
        var closedAt = store.closedAt(month);
        if (closedAt == null) {
            throw Rejected.notFound("close of", month);
        }
        return new Close(month, closedAt, store.kept(month));
    }

    List<Close> list(@Nullable YearMonth after, int limit) {
        return store.months(after, limit).stream().map(this::get).toList();
    }
}
