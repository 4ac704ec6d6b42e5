package dev.rivulet.success.score;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Recomputes scores a day after they were last computed: an invoice grows overdue and users fall silent without any
 * event. Two replicas doing so at once only repeat the work.
 */
@Singleton
class ScoreRefresh {

    private static final Logger LOG = Logger.getLogger(ScoreRefresh.class);
    private static final Duration OLD = Duration.ofDays(1);

    private final Tenants tenants;
    private final TenantClock clock;
    private final CustomerScoreRepository scores;
    private final Scoring scoring;

    ScoreRefresh(Tenants tenants, TenantClock clock, CustomerScoreRepository scores, Scoring scoring) {
        this.tenants = tenants;
        this.clock = clock;
        this.scores = scores;
        this.scoring = scoring;
    }

    /** One tenant's failure does not keep the others waiting. */
    @Scheduled(every = "${rivulet.score.refresh-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshAll() {
        var known = tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(scores::tenants));
        for (var tenant : known) {
            try {
                tenants.as(tenant, this::refresh);
            } catch (RuntimeException e) {
                LOG.errorf(e, "scores of %s could not be refreshed", tenant);
            }
        }
    }

    /** How many were recomputed. */
    int refresh() {
        var refreshed = 0;
        while (true) {
            var count = QuarkusTransaction.requiringNew().call(() -> {
                var old = scores.computedBefore(clock.now().minus(OLD));
                scoring.recompute(old);
                return old.size();
            });
            refreshed += count;
            if (count == 0) {
                return refreshed;
            }
        }
    }
}
