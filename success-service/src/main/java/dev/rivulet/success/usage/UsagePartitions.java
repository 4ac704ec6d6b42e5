package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Makes room for the usage of the coming days, and drops the days past their keeping. */
@Singleton
class UsagePartitions {

    private static final int DAYS_AHEAD = 3;

    private final Sql sql;
    private final TenantClock clock;
    private final UsageSettings settings;
    private volatile @Nullable LocalDate madeOn;

    UsagePartitions(Sql sql, TenantClock clock, UsageSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** The day that events are stored on now; a service that was away for a week finds no partition for it yet. */
    LocalDate today() {
        var today = LocalDate.ofInstant(clock.systemTime(), ZoneOffset.UTC);
        if (!today.equals(madeOn)) {
            make();
            madeOn = today;
        }
        return today;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void make() {
        QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "SELECT usage_event_partitions(?, ?)", row -> true, DAYS_AHEAD, settings.eventDays()));
    }
}
