package dev.rivulet.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./deploy/bench/usage-metering}: from the first usage event sent to Kafka until the last is in the subscription
 * service's daily rollups, against a multi-row JDBC insert of the same events into an empty table of the same columns
 * and primary key on the same PostgreSQL. Starts what it needs by itself, with fsync on and on a folder of its own: the
 * success service reads the same log, and would be measured with it on a whole stack.
 */
final class UsageMetering {

    private static final int USUAL_EVENTS = 500_000;
    private static final int WARM_UP = 150_000;
    private static final int ACCOUNTS = 1_000;
    private static final int TRANSACTION = 5_000;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Endpoints endpoints;
    private final int events;

    private UsageMetering(Endpoints endpoints, int events) {
        this.endpoints = endpoints;
        this.events = events;
        database.setUrl(endpoints.superuserJdbcUrl("subscription"));
        database.setReWriteBatchedInserts(true);
    }

    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        try {
            var words = Arguments.parse(given, Set.of(), Set.of()).words();
            var events = words.isEmpty() ? USUAL_EVENTS : Integer.parseInt(words.getFirst());
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder))) {
                new UsageMetering(infra.endpoints(), events).measure(folder);
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
        var port = Port.claim(0, "the subscription service");
        var url = URI.create("http://localhost:" + port);
        var service = ServiceProcess.start(
                Service.SUBSCRIPTION,
                ServiceSettings.properties(Service.SUBSCRIPTION, port, endpoints, issuer),
                url,
                Files.createDirectories(folder.resolve("logs")).resolve("subscription-service.log"));
        try {
            service.awaitReady(http);
            var token = issuer.token("bench", "bench", Set.of("sales"), Duration.ofHours(1), Map.of());
            var usage = new BenchUsage("bench", accounts(url, token), Instant.now());
            count(usage, 0, WARM_UP);
            var counted = count(usage, WARM_UP, events);
            // After it: what the service has left to do must not slow the yardstick down either.
            var inserted = insert(usage);
            System.out.printf(
                    "%d events: counted in %.1f s (%.0f events/s), plain multi-row insert %.1f s (%.0f rows/s),"
                            + " ratio %.2f%n",
                    events,
                    counted / 1e9,
                    events * 1e9 / counted,
                    inserted / 1e9,
                    events * 1e9 / inserted,
                    (double) inserted / counted);
        } finally {
            service.requestStop();
            service.awaitStop(Instant.now().plusSeconds(10));
        }
    }

    /** Opened over HTTP, in several zones. */
    private List<String> accounts(URI url, String token) throws IOException, InterruptedException {
        var zones = List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC");
        var accounts = new ArrayList<String>(ACCOUNTS);
        for (var i = 0; i < ACCOUNTS; i++) {
            var response = http.send(
                    HttpRequest.newBuilder(url.resolve("/accounts"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                                    {"name":"Account %d","zone":"%s","currency":"EUR"}""".formatted(i, zones.get(i % zones.size()))))
                            .build(),
                    BodyHandlers.ofString());
            var id = ID.matcher(response.body());
            if (response.statusCode() != 201 || !id.find()) {
                throw new LocalStackException(response.statusCode() + ": " + response.body());
            }
            accounts.add(id.group(1));
        }
        return accounts;
    }

    /** Sends so many events and waits until they are in the rollups. */
    private long count(BenchUsage usage, int first, int number) throws InterruptedException, SQLException {
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
            for (var i = first; i < first + number; i++) {
                // One that fails is missed below.
                var _ = producer.send(usage.record(i));
            }
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT coalesce(sum(events), 0) FROM usage_day WHERE tenant_id = 'bench'")) {
            while (true) {
                var row = select.executeQuery();
                row.next();
                if (row.getLong(1) == first + number) {
                    return System.nanoTime() - begun;
                }
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new LocalStackException("Only " + (row.getLong(1) - first) + " events were counted in time.");
                }
                Thread.sleep(LOOK);
            }
        }
    }

    private long insert(BenchUsage usage) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, "DROP TABLE IF EXISTS bench_usage");
            execute(connection, """
                    CREATE TABLE bench_usage (tenant_id text, account_id uuid, key uuid, received_at timestamptz
                      DEFAULT now(), metric text, user_id text, quantity numeric(18, 6), occurred_at timestamptz,
                      day date, source text, event_id text, PRIMARY KEY (tenant_id, account_id, key, received_at))""");
            connection.setAutoCommit(false);
            var begun = System.nanoTime();
            try (var insert = connection.prepareStatement(
                    "INSERT INTO bench_usage (tenant_id, account_id, key, metric,"
                            + " user_id, quantity, occurred_at, day, source, event_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (var i = 0; i < events; i++) {
                    var use = usage.use(WARM_UP + i);
                    var at = OffsetDateTime.ofInstant(use.occurredAt(), ZoneOffset.UTC);
                    insert.setString(1, usage.tenant());
                    insert.setObject(2, UUID.fromString(use.account()));
                    insert.setObject(3, BenchUsage.key(use));
                    insert.setString(4, use.metric());
                    insert.setString(5, use.user());
                    insert.setBigDecimal(6, new BigDecimal(use.quantity()));
                    insert.setObject(7, at);
                    insert.setObject(8, at.toLocalDate());
                    insert.setString(9, "/bench");
                    insert.setString(10, use.id());
                    insert.addBatch();
                    if ((i + 1) % TRANSACTION == 0 || i + 1 == events) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
            return System.nanoTime() - begun;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
