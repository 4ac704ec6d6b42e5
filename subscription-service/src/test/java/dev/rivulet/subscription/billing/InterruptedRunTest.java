package dev.rivulet.subscription.billing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run may die at any point, and others are at work beside it: nobody is billed twice, and nobody is left out. */
@QuarkusTest
class InterruptedRunTest {

    private static final int PAYERS = 6;
    private static final String COUNTED = "wait_event_type = 'Lock' AND query LIKE 'UPDATE invoice_counter%'";

    @Inject
    InvoiceRun run;

    @Inject
    Tenants tenants;

    @Inject
    TenantClock clock;

    private final List<UUID> payers = new ArrayList<>();
    private final List<UUID> subscriptions = new ArrayList<>();
    private Shop shop;

    @BeforeEach
    void sell() {
        shop = Shop.at("2025-01-15T10:00:00Z");
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        for (var i = 0; i < PAYERS; i++) {
            payers.add(shop.account());
            subscriptions.add(shop.subscribe(payers.getLast(), plan, proposition));
        }
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    /** What a process that is gone leaves: some payers billed, some in the middle, and a run that nobody finishes. */
    @Test
    void shouldGoOnWhereARunDied() throws SQLException {
        try (var dying = Sql.connect()) {
            var half = hold(dying, payers.subList(0, 2));
            run(
                    dying,
                    "UPDATE billing_cursor SET billed_through = '2025-07-15', next_due_on = '2025-08-15'"
                            + " WHERE payer_id IN " + half);
            run(
                    dying,
                    "INSERT INTO charge SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),"
                            + " 'period_start', '2025-02-15', 'period_end', '2025-03-15', 'status', 'PENDING',"
                            + " 'invoice_id', NULL, 'position', NULL))).* FROM charge c WHERE payer_id IN " + half);
            wakeUpAt("2025-07-15T12:00:00Z");
            tenants.as(shop.tenant, run::runBesideOthers);
            awaitNumbers(PAYERS + PAYERS - 2);
            Sql.run("UPDATE billing_run SET finished_at = NULL WHERE tenant_id = '" + shop.tenant + "'");
            Sql.run("SELECT pg_terminate_backend(" + pid(dying) + ")");
        }

        tenants.as(shop.tenant, run::runToTheEnd);

        everybodyIsBilledOnce();
    }

    /** All is written but the numbers, when the connection is gone. */
    @Test
    void shouldBillAgainWhatWasRolledBack() throws Exception {
        try (var other = Sql.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            run(other, "SELECT FROM invoice_counter WHERE tenant_id = '" + shop.tenant + "' FOR UPDATE");
            wakeUpAt("2025-07-15T12:00:00Z");
            var running = threads.submit(() -> tenants.as(shop.tenant, run::runToTheEnd));
            await().atMost(60, SECONDS)
                    .until(() -> Sql.number("SELECT count(*) FROM pg_stat_activity WHERE " + COUNTED) > 0);
            Sql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + COUNTED);
            other.rollback();
            running.get(60, SECONDS);
        }

        everybodyIsBilledOnce();
    }

    @Test
    void shouldLeaveToOthersWhatTheyHold() throws SQLException {
        try (var other = Sql.connect()) {
            hold(other, payers.subList(0, 1));
            wakeUpAt("2025-07-15T12:00:00Z");

            tenants.as(shop.tenant, run::runBesideOthers);

            awaitNumbers(PAYERS + PAYERS - 1);
            assertThat(shop.lines(subscriptions.getFirst())).hasSize(1);
            for (var billed : subscriptions.subList(1, PAYERS)) {
                assertThat(shop.lines(billed)).hasSize(7);
            }
            other.rollback();
        }
        tenants.as(shop.tenant, run::runToTheEnd);
        everybodyIsBilledOnce();
    }

    @Test
    void shouldTryAgainAtOnceWhenAnIncidentIsRetried() {
        var broken = subscriptions.getFirst();
        Sql.run("UPDATE billing_cursor SET zone = 'Europe/Atlantis' WHERE subscription_id = '" + broken + "'");
        shop.moveClock("2025-07-15T12:00:00Z").body("failed", equalTo(1));
        Sql.run("UPDATE billing_cursor SET zone = 'Europe/Berlin', retry_at = now() + interval '1 hour'"
                + " WHERE subscription_id = '" + broken + "'");
        assertThat(shop.lines(broken)).hasSize(1);

        String incident = shop.as("ops").get("/billing-incidents?open=true").path("items[0].id");
        shop.as("billing")
                .post("/billing-incidents/" + incident + "/retries")
                .then()
                .statusCode(200)
                .body("code", equalTo("rating-failed"));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(shop.lines(broken)).hasSize(7));
        shop.as("ops").get("/billing-incidents?open=true").then().body("items", empty());
        // The clock stopped at each month on the way, so that the others got an invoice for each.
        assertThat(shop.invoices(broken)).hasSize(2);
        assertThat(numbers()).isEqualTo(upTo(2 + (PAYERS - 1) * 7L));
    }

    private void everybodyIsBilledOnce() {
        assertThat(numbers()).isEqualTo(upTo(PAYERS * 2L));
        for (var subscription : subscriptions) {
            assertThat(shop.lines(subscription).stream().map(line -> line.get("periodStart")))
                    .containsExactly(
                            "2025-01-15",
                            "2025-02-15",
                            "2025-03-15",
                            "2025-04-15",
                            "2025-05-15",
                            "2025-06-15",
                            "2025-07-15");
        }
    }

    /** The timer may be at some of them; those that it holds are not there yet. */
    private void awaitNumbers(int count) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(numbers()).isEqualTo(upTo(count)));
    }

    private List<Long> numbers() {
        return Sql.column("SELECT number FROM invoice WHERE tenant_id = ? ORDER BY number", shop.tenant).stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void wakeUpAt(String now) {
        tenants.as(shop.tenant, () -> {
            QuarkusTransaction.requiringNew().run(() -> clock.moveTo(Instant.parse(now)));
            return now;
        });
    }

    /** Claims payers as a run does. */
    private static String hold(Connection connection, List<UUID> claimed) throws SQLException {
        connection.setAutoCommit(false);
        var ids = claimed.toString().replace("[", "('").replace(", ", "', '").replace("]", "')");
        run(connection, "SELECT FROM payer_cursor WHERE payer_id IN " + ids + " FOR NO KEY UPDATE");
        return ids;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
