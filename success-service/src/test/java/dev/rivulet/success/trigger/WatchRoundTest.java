package dev.rivulet.success.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.CustomerLocks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The round and what happens to the same customers meanwhile: neither waits for the other both ways. */
@QuarkusTest
class WatchRoundTest {

    /** More than are looked at in one go, of ids that Java and the database order differently. */
    private static final int CUSTOMERS = 600;

    private static final int SCORERS = 4;
    private static final int TURNS = 4;

    @Inject
    WatchRound round;

    @Inject
    CustomerLocks locks;

    @Inject
    ClockedTenants clocked;

    @Inject
    Event<CustomerChanged> changes;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldOpenEachTaskOnceHoweverManyLookAtTheSameCustomers(long seed) throws Exception {
        var accounts = lateCustomers();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Boolean>>();
            for (var thread = 0; thread < SCORERS; thread++) {
                var random = new Random(seed * SCORERS + thread);
                work.add(() -> score(random, accounts));
            }
            work.add(this::goRound);
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).as("seed %d", seed).isTrue();
            }
        }
        assertThat(count("success_task")).as("tasks, seed %d", seed).isEqualTo(CUSTOMERS);
        assertThat(count("task_event")).as("events, seed %d", seed).isEqualTo(CUSTOMERS);
        assertThat(Sql.number(
                        "SELECT count(DISTINCT account_id) FROM success_task WHERE tenant_id = ?", success.tenant()))
                .as("customers, seed %d", seed)
                .isEqualTo(CUSTOMERS);
    }

    /** The round comes first to a tenant that has no rules yet, and to customers that are being scored. */
    @Test
    void shouldWaitForCustomersBeforeAnybodyWaitsForItsRules() {
        var accounts = lateCustomers();
        tenants.as(success.tenant(), () -> {
            QuarkusTransaction.requiringNew().run(() -> {
                locks.lock(accounts);
                QuarkusTransaction.requiringNew().run(clocked::remember);
                await().until(this::somebodyHasWaitedForLong);
                change(accounts);
            });
            return true;
        });
        assertThat(count("success_task")).isEqualTo(CUSTOMERS);
    }

    /**
     * The tenant has lived by the system's time, and then a test clock begins in the past. What is used less changes no
     * score, since there is none, and so the round alone sees it.
     */
    @Test
    void shouldGoRoundWhereATestClockBeginsInThePast() {
        var sandbox = Caller.sandbox();
        var producer = sandbox.producer();
        var account = UUID.randomUUID();
        producer.send(producer.account(account, 0, "Acme", "UTC"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.number(
                                "SELECT count(*) FROM trigger_round WHERE tenant_id = ? AND next_at > now()",
                                sandbox.tenant())
                        == 1);
        var today = LocalDate.parse("2025-03-28");
        producer.send(producer.clock(today.atTime(12, 0).toInstant(ZoneOffset.UTC)));
        var events = new ArrayList<String>();
        for (var back = 0; back < 56; back++) {
            for (var user = 0; user < (back < 28 ? 1 : 4); user++) {
                var at = today.minusDays(back).atTime(9, 0).toInstant(ZoneOffset.UTC);
                events.add(Caller.usage(back + "/" + user, account, "u" + user, "1", at));
            }
        }
        sandbox.post("/usage-events", "{\"events\":[" + String.join(",", events) + "]}")
                .then()
                .statusCode(202);
        sandbox.eventually(
                "/customers/" + account + "/engagement",
                engagement -> assertThat(engagement.at("/trend/change").decimalValue())
                        .isEqualByComparingTo("-0.75"));

        producer.send(producer.clock(today.atTime(13, 0).toInstant(ZoneOffset.UTC)));

        sandbox.eventually(
                "/tasks?accountId=" + account,
                tasks -> assertThat(tasks.at("/items/0/kind").asText()).isEqualTo("USAGE_DROP"));
        assertThat(sandbox.json("/customers/" + account + "/score")
                        .path("score")
                        .isNull())
                .isTrue();
    }

    /** What is used less after the end, or in a pause, is no news; the last customer is one to warn of. */
    @Test
    void shouldNotWarnOfWhoHasLeftOrRests() {
        var sandbox = Caller.sandbox();
        var producer = sandbox.producer();
        var today = LocalDate.parse("2025-03-28");
        var left = UUID.randomUUID();
        var rests = UUID.randomUUID();
        var stays = UUID.randomUUID();
        producer.send(producer.clock(today.atTime(12, 0).toInstant(ZoneOffset.UTC)));
        for (var account : List.of(left, rests, stays)) {
            producer.send(producer.account(account, 0, "Acme", "UTC"));
        }
        producer.send(
                subscription(producer, left, "CANCELLED", "ENDED", "\"2025-03-01\""),
                subscription(producer, rests, "ACTIVE", "PAUSED", "null"),
                subscription(producer, stays, "ACTIVE", "RUNNING", "null"));
        var events = new ArrayList<String>();
        for (var account : List.of(left, rests, stays)) {
            for (var back = 0; back < 56; back++) {
                for (var user = 0; user < (back < 28 ? 1 : 4); user++) {
                    var at = today.minusDays(back).atTime(9, 0).toInstant(ZoneOffset.UTC);
                    events.add(Caller.usage(account + "/" + back + "/" + user, account, "u" + user, "1", at));
                }
            }
        }
        for (var part : List.of(events.subList(0, 300), events.subList(300, events.size()))) {
            sandbox.post("/usage-events", "{\"events\":[" + String.join(",", part) + "]}")
                    .then()
                    .statusCode(202);
        }
        for (var account : List.of(left, rests, stays)) {
            sandbox.eventually(
                    "/customers/" + account + "/engagement",
                    engagement -> assertThat(engagement.at("/trend/change").decimalValue())
                            .isEqualByComparingTo("-0.75"));
        }
        producer.send(producer.clock(today.atTime(13, 0).toInstant(ZoneOffset.UTC)));
        sandbox.eventually(
                "/tasks?kind=USAGE_DROP",
                tasks -> assertThat(tasks.path("items").findValuesAsText("accountId"))
                        .isNotEmpty()
                        .containsOnly(stays.toString()));
        var task = sandbox.json("/tasks?kind=USAGE_DROP").at("/items/0/moneyAtRisk");
        assertThat(task.path("amount").asText()).as("what it pays a month").isEqualTo("49.00");
    }

    private static ProducerRecord<String, String> subscription(
            Producer producer, UUID account, String status, String phase, String end) {
        var id = UUID.randomUUID();
        return producer.fact(
                Producer.SUBSCRIPTIONS, "subscription.changed", id, 0, """
                {"id":"%s","accountId":"%s","planName":"Team","price":{"amount":"49.00","currency":"EUR"},
                "period":"MONTH","propositionVersion":0,"seats":4,"status":"%s","phase":"%s","startDate":"2025-01-01",
                "endDate":%s,"history":[{"from":"2025-01-01","planName":"Team","seats":4,"mode":"RUNNING"},
                {"from":"2025-03-01","planName":"Team","seats":4,"mode":"%4$s"}]}""".formatted(id, account, status, phase, end));
    }

    /** For whom it waits PostgreSQL asks but once, after a second; from then on it is we who would be told. */
    private boolean somebodyHasWaitedForLong() {
        return Sql.number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND cardinality(pg_blocking_pids(pid)) > 0 AND query_start < now() - interval '1500 ms'")
                > 0;
    }

    /** With an invoice so late that a rule fires. */
    private List<UUID> lateCustomers() {
        var accounts = Stream.generate(UUID::randomUUID).limit(CUSTOMERS).toList();
        tenants.as(success.tenant(), () -> {
            QuarkusTransaction.requiringNew().run(() -> locks.claim(accounts));
            return true;
        });
        Sql.run("INSERT INTO receivable (tenant_id, id, account_id, minor, currency, due_on) SELECT tenant_id,"
                + " gen_random_uuid(), id, 4900, 'EUR', current_date - 30 FROM customer WHERE tenant_id = '"
                + success.tenant() + "'");
        return accounts;
    }

    private boolean score(Random random, List<UUID> accounts) {
        return tenants.as(success.tenant(), () -> {
            for (var turn = 0; turn < TURNS; turn++) {
                var some = new ArrayList<>(accounts);
                Collections.shuffle(some, random);
                var touched = turn == 0 ? some : some.subList(0, 1 + random.nextInt(some.size()));
                QuarkusTransaction.requiringNew().run(() -> {
                    locks.claim(touched);
                    change(touched);
                });
            }
            return true;
        });
    }

    private boolean goRound() {
        for (var turn = 0; turn < TURNS; turn++) {
            Sql.run("UPDATE trigger_round SET next_at = '2000-01-01' WHERE tenant_id = '" + success.tenant() + "'");
            round.tick();
        }
        return true;
    }

    private void change(Collection<UUID> accounts) {
        accounts.forEach(account -> changes.fire(new CustomerChanged(account)));
    }

    private long count(String table) {
        return Sql.number("SELECT count(*) FROM " + table + " WHERE tenant_id = ?", success.tenant());
    }
}
