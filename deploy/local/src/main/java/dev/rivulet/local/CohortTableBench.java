package dev.rivulet.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./deploy/bench/cohort-table}: how long a cohort table over three years takes, as data and as a picture, beside
 * the same table added up by PostgreSQL from all movements. The first must not depend on how many there are.
 */
final class CohortTableBench {

    private static final List<Integer> USUAL_SIZES = List.of(100_000, 1_000_000);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private CohortTableBench() {}

    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        try {
            var arguments = Arguments.parse(given, Set.of(), Set.of(Arguments.DATA));
            var state = StackState.read(arguments.data())
                    .orElseThrow(() -> new LocalStackException("No stack runs on " + arguments.data() + "."));
            var sizes = arguments.words().isEmpty()
                    ? USUAL_SIZES
                    : arguments.words().stream().map(Integer::valueOf).toList();
            measure(sizes, state, Issuer.in(arguments.data()));
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void measure(List<Integer> sizes, StackState state, Issuer issuer)
            throws IOException, InterruptedException, SQLException {
        var database = new PGSimpleDataSource();
        database.setUrl(new Endpoints(state.port("postgres"), state.port("kafka")).superuserJdbcUrl("success"));
        var port = state.port("success-service");
        var load = new HttpLoad(port, 1);
        var run = Long.toString(System.currentTimeMillis(), 36);
        System.out.println("subscriptions  table           p50 ms  p99 ms  from movements ms");
        for (int size : sizes) {
            var revenue = new BenchRevenue(database, "bench-" + run + "-" + size);
            revenue.seed(size);
            var whole = revenue.fromMovements();
            var token = issuer.token(revenue.tenant(), "bench", Set.of("success"), Duration.ofHours(1), Map.of());
            for (var table : BenchRevenue.TABLES) {
                var requests = List.of(request(table, token));
                load.run(ROUND, requests);
                var measured = load.run(ROUND, requests);
                System.out.printf(
                        "%13d  %-14s  %6.1f  %6.1f  %17.0f%n",
                        size, table.name(), measured.p50(), measured.p99(), whole.toNanos() / 1e6);
            }
        }
    }

    private static byte[] request(BenchRevenue.Table table, String token) {
        return ("GET " + table.path() + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + table.accept()
                        + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
