package dev.rivulet.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./deploy/bench/subscriptions}: reads of a subscription and of an account's invoices, and new subscriptions with
 * their first invoice, at 16 connections, against {@code pgbench -S}.
 */
final class SubscriptionBench {

    private static final int USUAL_ACCOUNTS = 20_000;
    private static final String SIGNING = "--signing";
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** Signing is ten times the code of a read: it takes minutes until all of it is compiled. */
    private static final Duration LONG_ROUND = Duration.ofSeconds(40);

    private final PgBench yardstick;
    private final HttpLoad load;
    private final long pid;

    private SubscriptionBench(PgBench yardstick, BenchService service) {
        this.yardstick = yardstick;
        this.load = new HttpLoad(service.port(), CONNECTIONS);
        this.pid = service.pid();
    }

    private record Round(double yardstick, HttpLoad.Result result) {

        double ratio() {
            return result.perSecond() / yardstick;
        }
    }

    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        try {
            var arguments = Arguments.parse(given, Set.of(SIGNING), Set.of());
            var words = arguments.words();
            var accounts = words.isEmpty() ? USUAL_ACCOUNTS : Integer.parseInt(words.getFirst());
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder));
                    var service =
                            BenchService.start(folder, infra.endpoints(), Map.of("rivulet.billing.every", "1s"))) {
                var database = new PGSimpleDataSource();
                database.setUrl(infra.endpoints().superuserJdbcUrl("subscription"));
                var subscriptions = new BenchSubscriptions(database, service, "bench-subscriptions");
                subscriptions.seed(accounts);
                subscriptions.billAll();
                var bench = new SubscriptionBench(PgBench.ready(infra.endpoints()), service);
                System.out.println(
                        "what                    pgbench -S/s        /s  ratio  p50 ms  p99 ms  resident MB");
                if (!arguments.has(SIGNING)) {
                    bench.measureReads(subscriptions);
                }
                bench.measureSigning(subscriptions);
            }
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measureReads(BenchSubscriptions subscriptions) throws IOException, InterruptedException, SQLException {
        var token = subscriptions.token();
        var known =
                subscriptions.texts("SELECT id FROM subscription WHERE tenant_id = '" + subscriptions.tenant() + "'");
        measure(
                "subscription",
                ROUND,
                known.stream()
                        .map(id -> HttpLoad.request("GET /subscriptions/" + id, token, ""))
                        .toList());
        measure(
                "invoices of an account",
                ROUND,
                accounts(subscriptions).stream()
                        .map(id -> HttpLoad.request("GET /invoices?accountId=" + id, token, ""))
                        .toList());
    }

    private void measureSigning(BenchSubscriptions subscriptions)
            throws IOException, InterruptedException, SQLException {
        var token = subscriptions.token();
        var today = LocalDate.now(ZoneOffset.UTC);
        measure(
                "new subscription",
                LONG_ROUND,
                accounts(subscriptions).stream()
                        .map(id ->
                                HttpLoad.request("POST /subscriptions", token, BenchSubscriptions.request(id, today)))
                        .toList());
    }

    private static List<String> accounts(BenchSubscriptions subscriptions) throws SQLException {
        return subscriptions.texts("SELECT id FROM account WHERE tenant_id = '" + subscriptions.tenant() + "'");
    }

    /** The round in the middle, so that one disturbance of the machine does not tell. */
    private void measure(String what, Duration warmUp, List<byte[]> requests) throws IOException, InterruptedException {
        load.warmUp(warmUp, requests);
        var rounds = new ArrayList<Round>();
        for (var i = 0; i < ROUNDS; i++) {
            rounds.add(new Round(yardstick.transactionsPerSecond(CONNECTIONS, ROUND), load.run(ROUND, requests)));
        }
        rounds.sort(Comparator.comparingDouble(Round::ratio));
        var middle = rounds.get(ROUNDS / 2);
        System.out.printf(
                "%-22s %13.0f %9.0f  %5.3f  %6.2f  %6.2f %12d%n",
                what,
                middle.yardstick(),
                middle.result().perSecond(),
                middle.ratio(),
                middle.result().p50(),
                middle.result().p99(),
                resident());
    }

    /** Of the service's process, in megabytes. */
    private long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
