package dev.rivulet.success.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Promises and the days they are due on. */
@QuarkusTest
class DueDaysTest {

    @Inject
    DueDays days;

    @Inject
    Promises promises;

    @Inject
    Tenants tenants;

    private final Caller sandbox = Caller.sandbox();

    @Test
    void shouldFallDueWhenTheCustomersDayIsOver() {
        moveTo("2025-01-01T12:00:00Z");
        var promise = Ledger.of(sandbox, LocalDate.of(2025, 1, 1));
        promise.measure("61", "2025-01-01");
        // Due on 1 April, which is still going on.
        moveTo("2025-04-01T23:59:59Z");
        promise.get().then().body("status", equalTo("MEASURED"));
        moveTo("2025-04-02T00:00:00Z");
        sandbox.eventually(
                promise.path(), seen -> assertThat(seen.path("status").asText()).isEqualTo("OVERDUE"));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var told = overdue();
            assertThat(told).hasSize(1);
            var event = Caller.tree(told.getFirst());
            assertThat(event.path("promiseId").asText()).isEqualTo(promise.id());
            assertThat(event.path("dueOn").asText()).isEqualTo("2025-04-01");
            assertThat(event.path("measured").asText()).isEqualTo("61");
        });
        // The word may still come, and an agreement on a later day too.
        promise.extend("2025-05-01").then().statusCode(200).body("status", equalTo("MEASURED"));
        moveTo("2025-05-02T00:00:00Z");
        sandbox.eventually(
                promise.path(), seen -> assertThat(seen.path("status").asText()).isEqualTo("OVERDUE"));
        promise.measure("71", "2025-05-02").then().statusCode(201).body("status", equalTo("OVERDUE"));
        promise.confirm().then().statusCode(200).body("status", equalTo("CONFIRMED"));
        moveTo("2025-06-02T00:00:00Z");
        promise.get().then().body("status", equalTo("CONFIRMED"));
        sandbox.get(promise.path() + "/history")
                .then()
                .body(
                        "items.step",
                        equalTo(List.of("MEASURE", "FALL_DUE", "EXTEND", "FALL_DUE", "MEASURE", "CONFIRM")));
        assertThat(overdue()).hasSize(2);
    }

    @Test
    void shouldGoByTheDayWhereTheCustomerIs() {
        var producer = sandbox.producer();
        var start = LocalDate.of(2025, 1, 1);
        moveTo("2025-01-01T12:00:00Z");
        for (var zone : List.of("Pacific/Kiritimati", "Pacific/Honolulu")) {
            var account = UUID.nameUUIDFromBytes((sandbox.tenant() + zone).getBytes(StandardCharsets.UTF_8));
            producer.send(
                    producer.account(account, 0, zone, zone),
                    producer.subscription(UUID.randomUUID(), account, 0, 5, start));
            sandbox.eventually("/customers/" + account, customer -> {
                assertThat(customer.path("zone").asText()).isEqualTo(zone);
                assertThat(customer.path("promises")).hasSize(1);
            });
        }
        // Midnight at the date line; on Hawaii it is the morning of 1 April.
        moveTo("2025-04-01T10:00:00Z");
        sandbox.eventually(
                "/promises?status=OVERDUE",
                page -> assertThat(page.path("items")).hasSize(1));
        moveTo("2025-04-02T10:00:00Z");
        sandbox.eventually(
                "/promises?status=OVERDUE",
                page -> assertThat(page.path("items")).hasSize(2));
    }

    @Test
    void shouldFallDueByItselfWhereTheClockIsTheSystems() {
        var live = Caller.fresh();
        var late = Ledger.of(live, Caller.today().minusDays(91));
        var inTime = Ledger.of(live, Caller.today().minusDays(90));
        var other = Ledger.of(Caller.fresh(), Caller.today().minusDays(91));
        while (advance(live)) {
            assertThat(late.get().path("status").toString()).isEqualTo("OVERDUE");
        }
        late.get().then().body("status", equalTo("OVERDUE"));
        inTime.get().then().body("status", equalTo("PENDING"));

        days.round();
        other.get().then().body("status", equalTo("OVERDUE"));
        // Twice is once.
        days.round();
        other.success().get(other.path() + "/history").then().body("items", hasSize(1));
    }

    @Test
    void shouldTellOutcomesAndSumThemUp() {
        var live = Caller.fresh();
        var start = Caller.today().minusDays(91);
        var confirmed = Ledger.of(live, start);
        confirmed.measure("71", "2025-04-15");
        confirmed.confirm();
        var partly = Ledger.of(live, start);
        partly.measure("61", "2025-04-15");
        partly.confirm();
        var overdue = Ledger.of(live, start);
        var open = Ledger.of(live, Caller.today());
        while (advance(live)) {
            overdue.get().then().statusCode(200);
        }

        var outcomes = tenants.as(
                live.tenant(),
                () -> promises.outcomes(
                        List.of(confirmed.account(), partly.account(), overdue.account(), open.account())));
        assertThat(outcomes).containsOnlyKeys(confirmed.account(), partly.account(), overdue.account());
        assertThat(outcomes.get(confirmed.account()).getFirst().on()).isEqualTo(Caller.today());
        assertThat(outcomes.get(partly.account()).getFirst().achieved()).isEqualByComparingTo("0.5");
        assertThat(outcomes.get(overdue.account()).getFirst().achieved()).isNull();
        assertThat(outcomes.get(overdue.account()).getFirst().on()).isEqualTo(start.plusDays(90));

        live.get("/metrics/promises")
                .then()
                .body("promises", equalTo(4))
                .body("open", equalTo(1))
                .body("confirmed", equalTo(1))
                .body("partly", equalTo(1))
                .body("notAchieved", equalTo(0))
                .body("overdue", equalTo(1))
                .body("confirmedRate.share", equalTo(0.3333f))
                .body("confirmedRate.of", equalTo(3))
                .body("enough", equalTo(false));
        live.get("/metrics/promises?by=PROPOSITION")
                .then()
                .body("groups", hasSize(1))
                .body("groups[0].promises", equalTo(4));
        var segment = UUID.randomUUID();
        live.patch("/customers/" + overdue.account() + "/care", "\"0\"", "{\"segmentId\":\"" + segment + "\"}")
                .then()
                .statusCode(200);
        live.get("/metrics/promises?by=SEGMENT")
                .then()
                .body("groups.group", equalTo(Arrays.asList(null, segment.toString())))
                .body("groups.promises", equalTo(List.of(3, 1)));
        live.get("/metrics/promises?by=MONTH&to=" + Caller.today()).then().body("promises", equalTo(3));
        live.get("/metrics/promises?from=2025-02-01&to=2025-01-01").then().statusCode(400);
        Caller.fresh()
                .get("/metrics/promises")
                .then()
                .body("promises", equalTo(0))
                .body("confirmedRate.reason", equalTo("nothing-counted"));
    }

    private boolean advance(Caller tenant) {
        return tenants.as(
                tenant.tenant(), () -> QuarkusTransaction.requiringNew().call(days::advance));
    }

    private List<String> overdue() {
        return Topic.records("success.promise.events.v1", sandbox.tenant()).stream()
                .filter(record -> "dev.rivulet.success.promise.overdue.v1".equals(Topic.header(record, "ce_type")))
                .map(record -> record.value())
                .toList();
    }

    /** Until the move has been heard of, and with it what it set off, in one transaction. */
    private void moveTo(String time) {
        sandbox.producer().send(sandbox.producer().clock(Instant.parse(time)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT to_char(now AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                        + " FROM tenant_clock WHERE tenant_id = ?",
                                sandbox.tenant()))
                        .containsExactly(time));
    }
}
