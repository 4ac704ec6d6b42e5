package dev.rivulet.success.score;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Recomputes scores a day after they were last computed, for an invoice grows overdue and users fall silent without any
 * event, and all of them when other models have come into force. Chunks of customers are committed one by one and some
 * side by side: a chunk locks its own customers only. Two replicas doing so at once only repeat the work.
 */
@Singleton
class ScoreRefresh {

    private static final Logger LOG = Logger.getLogger(ScoreRefresh.class);
    private static final Duration OLD = Duration.ofDays(1);
    private static final int PAGE = 20_000;
    private static final int CHUNK = 1_000;

    private final Tenants tenants;
    private final TenantClock clock;
    private final ScoredTenants scored;
    private final ShadowScores shadows;
    private final Scoring scoring;
    private final ScoreSettings settings;

    ScoreRefresh(
            Tenants tenants,
            TenantClock clock,
            ScoredTenants scored,
            ShadowScores shadows,
            Scoring scoring,
            ScoreSettings settings) {
        this.tenants = tenants;
        this.clock = clock;
        this.scored = scored;
        this.shadows = shadows;
        this.scoring = scoring;
        this.settings = settings;
    }

    /** One tenant's failure does not keep the others waiting. */
    @Scheduled(every = "${rivulet.score.refresh-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshAll() {
        var known = tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(scored::all));
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
        QuarkusTransaction.requiringNew().run(shadows::purge);
        var refreshed = 0;
        var after = new UUID(0, 0);
        while (true) {
            var last = after;
            var due = QuarkusTransaction.requiringNew()
                    .call(() -> scored.due(clock.now().minus(OLD), last, PAGE));
            if (due.isEmpty()) {
                return refreshed;
            }
            sideBySide(due);
            refreshed += due.size();
            after = due.getLast();
        }
    }

    private void sideBySide(List<UUID> accounts) {
        var chunks = new ConcurrentLinkedQueue<List<UUID>>();
        for (var from = 0; from < accounts.size(); from += CHUNK) {
            chunks.add(accounts.subList(from, Math.min(from + CHUNK, accounts.size())));
        }
        var tenant = tenants.current();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var worker = 0; worker < Math.min(settings.refreshWorkers(), chunks.size()); worker++) {
                running.add(workers.submit(() -> tenants.as(tenant, () -> drain(chunks))));
            }
            for (var worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("scores could not be recomputed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scores are recomputed", e);
        }
    }

    private boolean drain(ConcurrentLinkedQueue<List<UUID>> chunks) {
        for (var chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
            var accounts = chunk;
            QuarkusTransaction.requiringNew().run(() -> scoring.recompute(accounts));
        }
        return true;
    }
}
