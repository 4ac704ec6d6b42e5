package dev.rivulet.local;

import com.fasterxml.jackson.databind.JsonNode;
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
 * {@code ./deploy/bench/invoice-run}: the timer's invoice run over tenants of several sizes, to final invoices, the
 * ledger and the outbox, as {@code /billing-runs} tells it; first without the relay, where the yardstick writes the very
 * same rows, and then with it beside the run.
 */
final class InvoiceRunBench {

    private static final List<Integer> USUAL_SIZES = List.of(10_000, 100_000);
    private static final int WARM_UP = 100_000;

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Endpoints endpoints;
    private final Path folder;

    private InvoiceRunBench(Endpoints endpoints, Path folder) {
        this.endpoints = endpoints;
        this.folder = folder;
        database.setUrl(endpoints.superuserJdbcUrl("subscription"));
        database.setReWriteBatchedInserts(true);
    }

    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        try {
            var words = Arguments.parse(given, Set.of(), Set.of()).words();
            var sizes = words.isEmpty()
                    ? USUAL_SIZES
                    : words.stream().map(Integer::valueOf).toList();
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder))) {
                var bench = new InvoiceRunBench(infra.endpoints(), folder);
                System.out.println("relay  subscriptions  seconds  invoices/s  told/s  insert/s  ratio  load");
                bench.measure(sizes, false);
                bench.measure(List.of(sizes.getLast()), true);
            }
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure(List<Integer> sizes, boolean relay) throws IOException, InterruptedException, SQLException {
        var settings = Map.of("rivulet.outbox.relay-enabled", Boolean.toString(relay), "rivulet.billing.every", "1s");
        try (var service = BenchService.start(folder, endpoints, settings)) {
            var name = relay ? "relayed-" : "bench-";
            run(service, name + "warm-up", WARM_UP);
            for (int size : sizes) {
                var tenant = name + size;
                var run = run(service, tenant, size);
                var seconds = seconds(run);
                var inserted = relay ? 0 : new InvoiceYardstick(database, tenant).insert(size);
                System.out.printf(
                        "%-5s %14d %8.1f %11.0f %7s %9s %6s %5.1f%n",
                        relay ? "on" : "off",
                        size,
                        seconds,
                        size / seconds,
                        run.path("invoicesPerSecond").asText(),
                        relay ? "" : "%.0f".formatted(size * 1e9 / inserted),
                        relay ? "" : "%.2f".formatted(inserted / 1e9 / seconds),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
    }

    private JsonNode run(BenchService service, String tenant, int size)
            throws IOException, InterruptedException, SQLException {
        var subscriptions = new BenchSubscriptions(database, service, tenant);
        subscriptions.seed(size);
        var run = subscriptions.billAll();
        check(subscriptions, run, size);
        return run;
    }

    private static void check(BenchSubscriptions subscriptions, JsonNode run, int size) throws SQLException {
        var tenant = " WHERE tenant_id = '" + subscriptions.tenant() + "'";
        var invoices = subscriptions.texts(
                "SELECT count(*) || ' ' || max(number) FROM invoice" + tenant + " AND status = 'FINALIZED'");
        var transfers = subscriptions.texts("SELECT count(*) FROM ledger_transfer" + tenant);
        var expected = Integer.toString(size + 1);
        if (!invoices.equals(List.of(expected + " " + expected)) || !transfers.equals(List.of(expected))) {
            throw new LocalStackException(
                    "Not what was to be written: " + invoices + " " + transfers + " after " + run);
        }
    }

    private static double seconds(JsonNode run) {
        var started = Instant.parse(run.path("startedAt").asText());
        var finished = Instant.parse(run.path("finishedAt").asText());
        return Duration.between(started, finished).toMillis() / 1000.0;
    }
}
