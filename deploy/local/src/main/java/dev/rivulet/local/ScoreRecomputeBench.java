package dev.rivulet.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./deploy/bench/score-recompute}: all Customer Scores of tenants of several sizes computed anew by the timer;
 * first when every one of them changes, and is written with its history and event, then when nothing has changed.
 */
final class ScoreRecomputeBench {

    private static final List<Integer> USUAL_SIZES = List.of(10_000, 100_000);
    private static final int WARM_UP = 5_000;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    private ScoreRecomputeBench(Endpoints endpoints) {
        database.setUrl(endpoints.superuserJdbcUrl("success"));
    }

    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        try {
            var words = Arguments.parse(given, Set.of(), Set.of()).words();
            var sizes = words.isEmpty()
                    ? USUAL_SIZES
                    : words.stream().map(Integer::valueOf).toList();
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder))) {
                new ScoreRecomputeBench(infra.endpoints()).measure(folder, infra.endpoints(), sizes);
            }
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure(Path folder, Endpoints endpoints, List<Integer> sizes)
            throws IOException, InterruptedException, SQLException {
        var settings = Map.of("rivulet.outbox.relay-enabled", "false", "rivulet.score.refresh-every", "1s");
        try (var service = BenchService.start(Service.SUCCESS, folder, endpoints, settings)) {
            var warmUp = new BenchScores(database, "bench-warm-up", WARM_UP);
            warmUp.seed();
            recompute(warmUp);
            recompute(warmUp);
            System.out.println("customers  scores   seconds  scores/s  aggregate s  ratio  load");
            for (int size : sizes) {
                var scores = new BenchScores(database, "bench-" + size, size);
                scores.seed();
                var aggregate = scores.aggregate();
                show(size, "new", recompute(scores), aggregate);
                scores.check();
                show(size, "same", recompute(scores), aggregate);
            }
        }
    }

    private static void show(int size, String kind, Duration took, Duration aggregate) {
        var seconds = took.toNanos() / 1e9;
        System.out.printf(
                "%9d  %-6s %9.2f %9.0f %12.2f %6.2f %5.1f%n",
                size,
                kind,
                seconds,
                size / seconds,
                aggregate.toNanos() / 1e9,
                aggregate.toNanos() / 1e9 / seconds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** From when the timer begins with the first until the last is committed. */
    private static Duration recompute(BenchScores scores) throws InterruptedException, SQLException {
        scores.wake();
        var begun = System.nanoTime();
        var idle = true;
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var due = scores.due();
            if (idle && due < scores.size()) {
                idle = false;
            }
            if (due == 0) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            if (idle) {
                // The timer's own second is no work.
                begun = System.nanoTime();
            }
            if (Instant.now().isAfter(until)) {
                throw new LocalStackException("The scores took too long; still due: " + due);
            }
            Thread.sleep(LOOK);
        }
    }
}
