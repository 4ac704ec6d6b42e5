package dev.rivulet.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * {@code ./deploy/bench/price-quotes}: quotes and reads of plans per second against {@code pgbench -S} on the same
 * PostgreSQL, in turns and at the same number of connections, over catalogs of several sizes. The ratios are what
 * counts: the machine's own speed falls out of them. Starts what it needs by itself, on a folder of its own: what other
 * services do meanwhile is not what the catalog takes.
 */
final class PriceQuoteBench {

    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final List<Integer> USUAL_SIZES = List.of(1_000, 10_000, 100_000);

    private PriceQuoteBench() {}

    private record Round(double yardstick, HttpLoad.Result quotes, HttpLoad.Result reads) {}

    /** A catalog of so many prices, and what was measured on it. */
    private record Sized(int prices, List<byte[]> quotes, List<byte[]> reads, List<Round> rounds) {}

    public static void main(String[] given) throws IOException, InterruptedException {
        try {
            var words = Arguments.parse(given, Set.of(), Set.of()).words();
            var sizes = words.isEmpty()
                    ? USUAL_SIZES
                    : words.stream().map(Integer::valueOf).toList();
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder));
                    var service = BenchService.start(Service.CATALOG, folder, infra.endpoints(), Map.of())) {
                measure(sizes, infra.endpoints(), service);
            }
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void measure(List<Integer> sizes, Endpoints endpoints, BenchService service)
            throws IOException, InterruptedException {
        var yardstick = PgBench.ready(endpoints);
        var load = new HttpLoad(service.port(), CONNECTIONS);
        var catalogs = new ArrayList<Sized>();
        for (int size : sizes) {
            var tenant = "bench-" + size;
            var catalog = BenchCatalog.of(size, service.port(), endpoints, tenant, service.token(tenant));
            catalogs.add(new Sized(size, catalog.quotes(), catalog.reads(), new ArrayList<>()));
        }
        for (var catalog : catalogs) {
            load.warmUp(ROUND, catalog.quotes());
            load.warmUp(ROUND, catalog.reads());
        }
        // All sizes in each round: a machine that becomes slower meanwhile does so for each of them.
        for (var i = 0; i < ROUNDS; i++) {
            for (var catalog : catalogs) {
                catalog.rounds()
                        .add(new Round(
                                yardstick.transactionsPerSecond(CONNECTIONS, ROUND),
                                load.run(ROUND, catalog.quotes()),
                                load.run(ROUND, catalog.reads())));
            }
        }
        System.out.println(
                "prices   pgbench -S/s   quotes/s  ratio  p50 ms  p99 ms   plan reads/s  ratio  p50 ms  p99 ms");
        for (var catalog : catalogs) {
            print(catalog.prices(), catalog.rounds());
        }
    }

    /** Medians of the rounds, so that one disturbance of the machine does not tell. */
    private static void print(int size, List<Round> rounds) {
        System.out.printf(
                "%6d %14.0f %10.0f  %5.3f  %6.2f  %6.2f %14.0f  %5.3f  %6.2f  %6.2f%n",
                size,
                median(rounds, Round::yardstick),
                median(rounds, round -> round.quotes().perSecond()),
                median(rounds, round -> round.quotes().perSecond() / round.yardstick()),
                median(rounds, round -> round.quotes().p50()),
                median(rounds, round -> round.quotes().p99()),
                median(rounds, round -> round.reads().perSecond()),
                median(rounds, round -> round.reads().perSecond() / round.yardstick()),
                median(rounds, round -> round.reads().p50()),
                median(rounds, round -> round.reads().p99()));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
