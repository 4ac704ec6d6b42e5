package dev.rivulet.subscription.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes room for the usage of the coming days, and forgets what is past its keeping. */
@Singleton
class UsagePartitions {

    private static final int DAYS_AHEAD = 3;
    private static final Duration GOOD_FOR = Duration.ofHours(2);

    private final Sql sql;
    private final Tenants tenants;
    private final UsageSettings settings;
    private volatile @Nullable Long madeAt;

    UsagePartitions(Sql sql, Tenants tenants, UsageSettings settings) {
        this.sql = sql;
        this.tenants = tenants;
        this.settings = settings;
    }

    /** Before anything is written: a service that was away for a week finds no partition for today. */
    void ensure() {
        var made = madeAt;
        if (made == null || System.nanoTime() - made > GOOD_FOR.toNanos()) {
            make();
        }
    }

    private void make() {
        QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "SELECT usage_event_partitions(?, ?)", row -> true, DAYS_AHEAD, settings.eventDays()));
        madeAt = System.nanoTime();
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tend() {
        make();
        tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.update(
                        "DELETE FROM usage_receipt WHERE received_at < now() - make_interval(days => ?)",
                        settings.idDays())));
    }
}
