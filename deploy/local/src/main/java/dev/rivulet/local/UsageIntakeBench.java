package dev.rivulet.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * {@code ./deploy/bench/usage-intake}: usage events accepted over HTTP, each durably in Kafka before it is answered,
 * against {@code kafka-producer-perf-test} with the same payload on the same broker, in turns. Nobody reads the log
 * meanwhile, in neither case: reading has a bench of its own.
 */
final class UsageIntakeBench {

    private static final int CONNECTIONS = 4;
    private static final int BATCH = 1_000;
    private static final int BATCHES = 100;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_ROUNDS = 6;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Endpoints endpoints;
    private final Path folder;
    private final Duration round;

    private UsageIntakeBench(Endpoints endpoints, Path folder, Duration round) {
        this.endpoints = endpoints;
        this.folder = folder;
        this.round = round;
    }

    /** Held, because a level set goes with its logger. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    public static void main(String[] given) throws IOException, InterruptedException {
        KAFKA.setLevel(Level.WARNING);
        try {
            var words = Arguments.parse(given, Set.of(), Set.of()).words();
            var round = Duration.ofSeconds(words.isEmpty() ? 10 : Integer.parseInt(words.getFirst()));
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder))) {
                new UsageIntakeBench(infra.endpoints(), folder, round).measure();
            }
        } catch (UsageException | LocalStackException | NumberFormatException | ExecutionException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure() throws IOException, InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", endpoints.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(BenchUsage.LOG, 6, (short) 1)))
                    .all()
                    .get();
        }
        var accounts = IntStream.range(0, 1_000)
                .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})
                        .toString())
                .toList();
        var usage = new BenchUsage("bench", accounts, Instant.now());
        var issuer = Issuer.in(folder);
        var port = Port.claim(0, "the success service");
        var settings = new HashMap<>(ServiceSettings.properties(Service.SUCCESS, port, endpoints, issuer));
        settings.put("mp.messaging.incoming.usage.enabled", "false");
        var service = ServiceProcess.start(
                Service.SUCCESS,
                settings,
                URI.create("http://localhost:" + port),
                Files.createDirectories(folder.resolve("logs")).resolve("success-service.log"));
        try {
            service.awaitReady(http);
            var token = issuer.token("bench", "bench", Set.of("success"), Duration.ofHours(1), Map.of());
            var requests = requests(usage, token, port);
            var yardstick = ProducerPerfTest.with(endpoints, folder, usage);
            var load = new HttpLoad(port, CONNECTIONS);
            for (var i = 0; i < WARM_UP_ROUNDS; i++) {
                load.run(round, requests);
            }
            yardstick.recordsPerSecond();
            System.out.println("accepted/s  p50 ms/batch  p99 ms/batch  kafka-producer-perf-test/s  ratio  load");
            var ratios = new double[ROUNDS];
            for (var i = 0; i < ROUNDS; i++) {
                var accepted = load.run(round, requests);
                var produced = yardstick.recordsPerSecond();
                ratios[i] = accepted.perSecond() * BATCH / produced;
                System.out.printf(
                        "%10.0f %13.1f %13.1f %27.0f %6.2f %5.1f%n",
                        accepted.perSecond() * BATCH,
                        accepted.p50(),
                        accepted.p99(),
                        produced,
                        ratios[i],
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
            Arrays.sort(ratios);
            System.out.printf("median ratio %.2f%n", ratios[ROUNDS / 2]);
        } finally {
            service.requestStop();
            service.awaitStop(Instant.now().plusSeconds(20));
        }
    }

    private static List<byte[]> requests(BenchUsage usage, String token, int port) {
        var requests = new ArrayList<byte[]>(BATCHES);
        for (var batch = 0; batch < BATCHES; batch++) {
            var first = batch * BATCH;
            var body = IntStream.range(first, first + BATCH)
                    .mapToObj(number -> {
                        var use = usage.use(number);
                        return """
                                {"id":"%s","source":"/bench","accountId":"%s","userId":"%s","metric":"%s","quantity":"%s",\
                                "occurredAt":"%s"}""".formatted(
                                use.id(), use.account(), use.user(), use.metric(), use.quantity(), use.occurredAt());
                    })
                    .collect(Collectors.joining(",", "{\"events\":[", "]}"))
                    .getBytes(StandardCharsets.UTF_8);
            var head = """
                    POST /usage-events HTTP/1.1\r
                    Host: localhost:%d\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    """.formatted(port, token, body.length).getBytes(StandardCharsets.US_ASCII);
            var request = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, request, head.length, body.length);
            requests.add(request);
        }
        return requests;
    }
}
