package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who was promised something and did not get it does not graduate. */
@QuarkusTest
class PromiseCriterionTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 10);
    private static final String IN_TWENTY_DAYS = Producer.BENEFIT.replace("90", "20");

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();

    @Test
    void shouldHoldBackWhosePromiseIsMissedOrPastItsDay() {
        moveTo(START);
        var id = Caller.tree(success.post("/journeys", """
                        {"key":"proof","name":"Proof","definition":{"touch":"TECH","atContracting":false,"steps":[
                        {"key":"month","type":"WAIT","days":30},{"key":"review","type":"REVIEW"}],
                        "exit":{"criteria":[{"kind":"PROMISE"}],"extendDays":30,"mostExtensions":2}}}""").asString())
                .path("id")
                .asText();
        success.post("/journeys/" + id + "/publications", "\"0\"", "{}").then().statusCode(200);
        var kept = enrolled();
        var late = enrolled();
        var missed = enrolled();
        confirm(kept, "71.5");
        confirm(missed, "50");

        moveTo(START.plusDays(31));

        success.eventually(
                journey(kept),
                journey -> assertThat(journey.path("outcome").asText()).isEqualTo("GRADUATED"));
        for (var held : new UUID[] {late, missed}) {
            success.eventually(
                    journey(held),
                    journey -> assertThat(journey.path("extensions").asInt()).isEqualTo(1));
            assertThat(success.json(journey(held)).path("status").asText()).isEqualTo("ACTIVE");
            assertThat(success.json("/tasks?kind=JOURNEY_STEP&accountId=" + held)
                            .at("/items/0/reason")
                            .asText())
                    .contains("a promise missed or past its day");
        }

        confirm(late, "71.5");
        moveTo(START.plusDays(62));

        success.eventually(
                journey(late),
                journey -> assertThat(journey.path("outcome").asText()).isEqualTo("GRADUATED"));
        success.eventually(
                journey(missed),
                journey -> assertThat(journey.path("extensions").asInt()).isEqualTo(2));
    }

    private static String journey(UUID account) {
        return "/customers/" + account + "/journey";
    }

    private void moveTo(LocalDate day) {
        producer.send(producer.clock(Instant.parse(day + "T12:00:00Z")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.number(
                                "SELECT count(*) FROM tenant_clock WHERE tenant_id = ? AND now = ?::timestamptz",
                                success.tenant(),
                                day + "T12:00:00Z")
                        == 1);
    }

    private UUID enrolled() {
        var account = UUID.randomUUID();
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, START, "ACTIVE", null, IN_TWENTY_DAYS));
        success.eventually(
                "/promises?accountId=" + account,
                promises -> assertThat(promises.path("items")).hasSize(1));
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"proof\"}")
                .then()
                .statusCode(201);
        return account;
    }

    private void confirm(UUID account, String value) {
        var promise = "/promises/"
                + success.json("/promises?accountId=" + account)
                        .at("/items/0/id")
                        .asText();
        var measured = success.post(promise + "/measurements", """
                {"value":"%s","measuredOn":"%s"}""".formatted(value, START));
        success.post(promise + "/confirmations", measured.header("ETag"), "{\"confirmedBy\":\"Anna\"}")
                .then()
                .statusCode(200);
    }
}
