package dev.rivulet.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./deploy/bench/usage-rollup}: from the first usage event sent to Kafka until the last is in the success
 * service's rollups, with more and more events kept from the two weeks before. Starts what it needs by itself, with
 * fsync on and on a folder of its own; broker, database, service and sender share the machine.
 */
final class UsageRollupBench {

    private static final int USUAL_EVENTS = 500_000;
    private static final int WARM_UP = 200_000;
    private static final List<Integer> USUAL_MILLIONS = List.of(0, 10, 50);
    private static final int ACCOUNTS = 1_000;

    private static final String TENANT = "bench";
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Endpoints endpoints;
    private final int events;
    private final List<Integer> millions;
    private int sent;

    private UsageRollupBench(Endpoints endpoints, int events, List<Integer> millions) {
        this.endpoints = endpoints;
        this.events = events;
        this.millions = millions;
        database.setUrl(endpoints.superuserJdbcUrl("success"));
        database.setReWriteBatchedInserts(true);
    }

    /** Held, because a level set goes with its logger. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        KAFKA.setLevel(Level.WARNING);
        try {
            var words = Arguments.parse(given, Set.of(), Set.of()).words().stream()
                    .map(Integer::valueOf)
                    .toList();
            var events = words.isEmpty() ? USUAL_EVENTS : words.getFirst();
            var millions = words.size() < 2 ? USUAL_MILLIONS : words.subList(1, words.size());
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder))) {
                new UsageRollupBench(infra.endpoints(), events, millions).measure(folder);
            }
        } catch (UsageException | LocalStackException | NumberFormatException | ExecutionException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure(Path folder) throws IOException, InterruptedException, SQLException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", endpoints.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(BenchUsage.LOG, 6, (short) 1)))
                    .all()
                    .get();
        }
        var issuer = Issuer.in(folder);
        var port = Port.claim(0, "the success service");
        var url = URI.create("http://localhost:" + port);
        var service = ServiceProcess.start(
                Service.SUCCESS,
                ServiceSettings.properties(Service.SUCCESS, port, endpoints, issuer),
                url,
                Files.createDirectories(folder.resolve("logs")).resolve("success-service.log"));
        try {
            service.awaitReady(http);
            var usage = new BenchUsage(TENANT, accounts(), Instant.now());
            var archive = new UsageArchive(database, TENANT);
            count(usage, WARM_UP);
            System.out.println("kept (millions)  rolled up/s  plain insert/s  ratio  today's partition  load");
            for (int size : millions) {
                archive.grow(size);
                var counted = count(usage, events);
                // After it: what the service has left to do must not slow the yardstick down either.
                var inserted = new UsageYardstick(database, usage).insert(sent - events, events);
                System.out.printf(
                        "%15d %12.0f %15.0f %6.2f %18s %5.1f%n",
                        size,
                        events * 1e9 / counted,
                        events * 1e9 / inserted,
                        (double) inserted / counted,
                        sizeOfToday(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        } finally {
            service.requestStop();
            service.awaitStop(Instant.now().plusSeconds(20));
        }
    }

    /** In several zones. */
    private List<String> accounts() throws SQLException {
        var zones = List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC");
        var accounts = new ArrayList<String>(ACCOUNTS);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO customer (tenant_id, id, name, zone, currency)"
                        + " VALUES (?, ?::uuid, 'Account', ?, 'EUR')")) {
            for (var i = 0; i < ACCOUNTS; i++) {
                accounts.add(UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})
                        .toString());
                insert.setString(1, TENANT);
                insert.setString(2, accounts.getLast());
                insert.setString(3, zones.get(i % zones.size()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return accounts;
    }

    /** Sends so many more events and waits until they are in the rollups. */
    private long count(BenchUsage usage, int number) throws InterruptedException, SQLException {
        var begun = System.nanoTime();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        endpoints.bootstrapServers(),
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5,
                        "batch.size",
                        65_536),
                new StringSerializer(),
                new StringSerializer())) {
            for (var i = sent; i < sent + number; i++) {
                // One that fails is missed below.
                var _ = producer.send(usage.record(i));
            }
        }
        sent += number;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT coalesce(sum(events), 0) FROM usage_metric_month"
                        + " WHERE tenant_id = '" + TENANT + "'")) {
            while (true) {
                var row = select.executeQuery();
                row.next();
                if (row.getLong(1) == sent) {
                    return System.nanoTime() - begun;
                }
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new LocalStackException("Only " + row.getLong(1) + " events of " + sent + " were counted.");
                }
                Thread.sleep(LOOK);
            }
        }
    }

    private String sizeOfToday() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_size_pretty(pg_total_relation_size('usage_event_'"
                        + " || to_char(current_date, 'YYYYMMDD')))")) {
            row.next();
            return row.getString(1);
        }
    }
}
