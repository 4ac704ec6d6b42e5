package dev.rivulet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The subscription-service is killed in the middle of each invoice run: all is billed once, and nobody is missing. */
class KilledRunIT {

    private static final int CUSTOMERS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> MONTHS = List.of("2025-02-15", "2025-03-15", "2025-04-15");

    private static RunningStack stack;

    private final Company company = new Company(stack, "sandbox-killed-" + UUID.randomUUID());
    private final String runs = stack.subscription("/billing-runs?limit=200");

    /** In small batches a run of few customers takes long enough to be met in its middle. */
    @BeforeAll
    static void start() {
        stack = RunningStack.thatKeepsGoing(Map.of("RIVULET_BILLING_BATCH", "10"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        stack.stop();
    }

    @Test
    void shouldBillEveryMonthOnceThoughEachRunIsKilled() throws IOException, InterruptedException {
        moveClock("2025-01-20");
        takeOver(Offering.of(company).plan());

        for (var month : MONTHS) {
            var begun = Instant.now();
            // Whoever moves the clock asks again until he is answered.
            var moving = CompletableFuture.runAsync(() -> await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> moveClock(month).statusCode() == 200));
            killWhileItBills(begun);
            moving.join();
        }

        everyMonthIsBilledOnce();
        stack.assertInvariantsHold();
    }

    private Response moveClock(String day) {
        return company.as("admin")
                .body("{\"now\":\"%sT12:00:00Z\"}".formatted(day))
                .post(stack.subscription("/test-clock"));
    }

    /** Customers of another system, which has billed them up to the first of the months. */
    private void takeOver(String plan) {
        var lines = IntStream.range(0, CUSTOMERS)
                .mapToObj("""
                {"type":"account","row":{"externalId":"C-%1$d","account":{"name":"Customer %1$d",\
                "zone":"Europe/Berlin","currency":"EUR","paymentTermsDays":365}}}
                {"type":"subscription","row":{"externalId":"S-%1$d","account":"C-%1$d","planId":"PLAN","seats":5,\
                "startDate":"2025-01-15","chargedThrough":"2025-02-15"}}
                """::formatted)
                .collect(Collectors.joining())
                .replace("PLAN", plan);
        var imports = stack.subscription("/subscription-imports");
        var job = imports + "/"
                + company.as("admin")
                        .contentType("application/x-ndjson")
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post(imports)
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        await().atMost(PATIENCE).until(() -> status(job).equals("SHADOW"));
        company.step("admin", job, "activations", "{}").statusCode(202);
        await().atMost(PATIENCE).until(() -> status(job).equals("ACTIVE"));
    }

    private String status(String job) {
        return company.read("admin", job).getString("status");
    }

    private void killWhileItBills(Instant begun) {
        var victim = stack.process("subscription");
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> billed(begun, Instant.MAX) > 0);
        victim.destroyForcibly();
        var killed = Instant.now();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> stack.process("subscription").pid() != victim.pid()
                        && company.as("ops").get(runs).statusCode() == 200);

        // What is counted of a run is what was committed: some were billed by then, and not all.
        assertThat(billed(begun, killed)).isBetween(1, CUSTOMERS - 1);
    }

    /** By runs that began in between, whether they came to their end or not. */
    private int billed(Instant from, Instant to) {
        List<Map<String, Object>> found = company.read("ops", runs).getList("items");
        return found.stream()
                .filter(run -> {
                    var started = Instant.parse(run.get("startedAt").toString());
                    return started.isAfter(from) && started.isBefore(to);
                })
                .mapToInt(run -> ((Number) run.get("done")).intValue())
                .sum();
    }

    private void everyMonthIsBilledOnce() {
        var months = new TreeMap<String, List<String>>();
        var numbers = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = company.read("billing", stack.subscription("/invoices?limit=200" + cursor));
            List<String> subscriptions = page.getList("items.subscriptionId");
            List<List<String>> periods = page.getList("items.lines.periodStart");
            for (var i = 0; i < subscriptions.size(); i++) {
                months.computeIfAbsent(subscriptions.get(i), id -> new ArrayList<>())
                        .addAll(periods.get(i));
            }
            numbers.addAll(page.getList("items.number"));
            var next = page.getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(months).hasSize(CUSTOMERS);
        assertThat(months.values()).allSatisfy(billed -> assertThat(billed).isEqualTo(MONTHS));
        assertThat(numbers.stream().sorted().toList())
                .isEqualTo(IntStream.rangeClosed(1, CUSTOMERS * MONTHS.size())
                        .mapToObj("INV-%06d"::formatted)
                        .toList());
    }
}
