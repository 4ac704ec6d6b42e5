package dev.rivulet.success.score;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.score.domain.Backtest;
import dev.rivulet.success.score.domain.Moment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tries models on the past: by the inputs that were stored at the time, against the revenue that was then lost. */
@ApplicationScoped
class Backtests {

    /** With fewer losses a share is anyone's guess: at 10 the 95 % interval of a half still spans 50 points. */
    private static final int MINIMUM_LOSSES = 10;

    private static final int USUAL_STEP = 30;
    private static final int USUAL_HORIZON = 90;
    private static final int MOST_DECISIONS = 400;
    private static final int ACCOUNTS = 1_000;

    private final BacktestRunRepository runs;
    private final ModelVersionRepository versions;
    private final CurrentModels models;
    private final ScoreHistory history;
    private final Cares cares;
    private final TenantClock clock;

    Backtests(
            BacktestRunRepository runs,
            ModelVersionRepository versions,
            CurrentModels models,
            ScoreHistory history,
            Cares cares,
            TenantClock clock) {
        this.runs = runs;
        this.versions = versions;
        this.models = models;
        this.history = history;
        this.cares = cares;
        this.clock = clock;
    }

    @Transactional
    BacktestView run(UUID id, BacktestRequest request) {
        var version = versions.findById(id);
        if (version == null) {
            throw Rejected.notFound("score model", id);
        }
        var candidate = version.numbered();
        var current = models.inForce();
        var inForce = current.of(version.segment());
        var trial = trial(request, candidate);
        var tried = new Backtest(candidate.model(), trial);
        var beside = new Backtest(
                inForce.model(),
                new Backtest.Trial(
                        trial.first(),
                        trial.last(),
                        trial.step(),
                        trial.horizon(),
                        inForce.model().thresholds().criticalBelow()));
        pasts(segment -> current.wouldJudge(version.segment(), segment), tried, beside);
        var run = new BacktestRun();
        run.modelId = id;
        run.result = new BacktestResult(
                trial.first(),
                trial.last(),
                trial.step(),
                trial.horizon(),
                trial.below(),
                MINIMUM_LOSSES,
                BacktestResult.Figures.of(tried.figures()),
                inForce.id(),
                BacktestResult.Figures.of(beside.figures()));
        run.sufficient = run.result.candidate().losses() >= MINIMUM_LOSSES;
        run.createdAt = clock.now();
        runs.persistAndFlush(run);
        return BacktestView.of(run);
    }

    private Backtest.Trial trial(BacktestRequest request, NumberedModel candidate) {
        var step = or(request.stepDays(), USUAL_STEP);
        var horizon = or(request.horizonDays(), USUAL_HORIZON);
        if (request.from().isAfter(request.to())) {
            throw Rejected.unprocessable("range-backwards", "/to");
        }
        if (ChronoUnit.DAYS.between(request.from(), request.to()) / step >= MOST_DECISIONS) {
            throw Rejected.unprocessable("range-too-long", "/from", MOST_DECISIONS * step);
        }
        if (request.to().plusDays(horizon).isAfter(clock.today(ZoneOffset.UTC))) {
            throw Rejected.unprocessable("horizon-not-over", "/to");
        }
        var below = request.below();
        return new Backtest.Trial(
                request.from(),
                request.to(),
                step,
                horizon,
                below == null ? candidate.model().thresholds().criticalBelow() : BigDecimal.valueOf(below));
    }

    private static int or(@Nullable Integer value, int usual) {
        return value == null ? usual : value;
    }

    /** Customers by the segments they have today, customer by customer, a page of them in memory at a time. */
    private void pasts(Predicate<@Nullable UUID> judges, Backtest... backtests) {
        var after = new UUID(0, 0);
        while (true) {
            var rows = history.ofAccounts(after, ACCOUNTS);
            if (rows.isEmpty()) {
                return;
            }
            var accounts = rows.stream().map(ScoreRow::accountId).distinct().toList();
            var segments = cares.of(accounts);
            var past = new ArrayList<Moment>();
            for (var i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                past.add(new Moment(row.day(), row.inputs(), row.mrr()));
                if (i + 1 == rows.size() || !rows.get(i + 1).accountId().equals(row.accountId())) {
                    var care = segments.get(row.accountId());
                    if (judges.test(care == null ? null : care.segmentId())) {
                        for (var backtest : backtests) {
                            backtest.add(past);
                        }
                    }
                    past.clear();
                }
            }
            after = rows.getLast().accountId();
        }
    }

    @Transactional
    BacktestView get(UUID model, UUID id) {
        var run = runs.findById(id);
        if (run == null || !run.modelId.equals(model)) {
            throw Rejected.notFound("backtest", id);
        }
        return BacktestView.of(run);
    }

    @Transactional
    List<BacktestView> page(UUID model, UUID after, int limit) {
        if (!models.of(List.of(model)).containsKey(model)) {
            throw Rejected.notFound("score model", model);
        }
        return runs.page(model, after, limit).stream().map(BacktestView::of).toList();
    }

    /** Whether any had losses enough. */
    boolean speakFor(UUID model) {
        return runs.hasSufficient(model);
    }

    void forget(UUID model) {
        runs.forget(model);
    }
}
