package dev.rivulet.local;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code ./deploy/bench/task-inbox}: how long a page of an inbox takes out of 100,000 waiting tasks of 50 managers and
 * as many that are done. With as many connections as a team has, and with one; {@code pgbench -S} on the same PostgreSQL
 * tells how fast the machine is.
 */
final class TaskInboxBench {

    private static final int MANAGERS = 50;
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int USUAL = 100_000;

    private TaskInboxBench() {}

    public static void main(String[] given) throws IOException, InterruptedException {
        try {
            var arguments = Arguments.parse(given, Set.of(), Set.of(Arguments.DATA));
            var state = StackState.read(arguments.data())
                    .orElseThrow(() -> new LocalStackException("No stack runs on " + arguments.data() + "."));
            var tasks = arguments.words().isEmpty()
                    ? USUAL
                    : Integer.parseInt(arguments.words().getFirst());
            measure(tasks, state, Issuer.in(arguments.data()));
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void measure(int tasks, StackState state, Issuer issuer) throws IOException, InterruptedException {
        var endpoints = new Endpoints(state.port("postgres"), state.port("kafka"));
        var tenant = "bench-" + Long.toString(System.currentTimeMillis(), 36);
        new BenchTasks(endpoints, tenant, MANAGERS).seed(tasks);
        var token = issuer.token(tenant, "bench", Set.of("success"), Duration.ofHours(1), Map.of());
        var port = state.port("success-service");
        var yardstick = PgBench.ready(endpoints).transactionsPerSecond(CONNECTIONS, ROUND);
        System.out.printf("%d waiting tasks; pgbench -S %.0f/s%n", tasks, yardstick);
        System.out.println("inbox                       connections   pages/s  p50 ms  p99 ms");
        for (var inbox : inboxes(token).entrySet()) {
            for (int connections : List.of(2, CONNECTIONS)) {
                var load = new HttpLoad(port, connections);
                load.warmUp(ROUND, inbox.getValue());
                var rounds = new HttpLoad.Result[ROUNDS];
                for (var i = 0; i < ROUNDS; i++) {
                    rounds[i] = load.run(ROUND, inbox.getValue());
                }
                Arrays.sort(rounds, Comparator.comparingDouble(HttpLoad.Result::p99));
                var middle = rounds[ROUNDS / 2];
                System.out.printf(
                        "%-27s %11d %9.0f  %6.2f  %6.2f%n",
                        inbox.getKey(), connections, middle.perSecond(), middle.p50(), middle.p99());
            }
        }
    }

    /** Each manager's, by what they may ask. */
    private static Map<String, List<byte[]>> inboxes(String token) {
        var inboxes = new LinkedHashMap<String, List<byte[]>>();
        inboxes.put("by due day", ofEach(token, "&sort=dueOn"));
        inboxes.put("by severity", ofEach(token, "&sort=-severity"));
        inboxes.put("by money at risk", ofEach(token, "&sort=-moneyAtRisk"));
        inboxes.put("one kind, severe, due soon", ofEach(token, "&sort=dueOn&kind=PAYMENT_OVERDUE&severity=HIGH"));
        inboxes.put(
                "of the whole team",
                Stream.of("dueOn", "-severity", "-moneyAtRisk")
                        .map(sort -> HttpLoad.request("GET /tasks?sort=" + sort, token, ""))
                        .toList());
        return inboxes;
    }

    private static List<byte[]> ofEach(String token, String more) {
        return IntStream.range(0, MANAGERS)
                .mapToObj(manager -> HttpLoad.request("GET /tasks?owner=manager-" + manager + more, token, ""))
                .toList();
    }
}
