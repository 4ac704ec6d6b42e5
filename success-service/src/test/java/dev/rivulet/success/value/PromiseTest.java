package dev.rivulet.success.value;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.events.SuccessEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PromiseTest {

    private static final String BY = "{\"confirmedBy\":\"Anna Petrova, head of HR\"}";

    private final Caller success = Caller.fresh();

    @ParameterizedTest(name = "{0} to {1}, measured {2}: {3}")
    @CsvSource({
        "52, 70, 71.50, 71.5, CONFIRMED",
        "52, 70, 60, 60, PARTLY",
        "52, 70, 51, 51, NOT_ACHIEVED",
        "30, 10, 8, 8, CONFIRMED",
        "30, 10, 20, 20, PARTLY",
        "30, 10, 31, 31, NOT_ACHIEVED",
    })
    void shouldComeOutAsMeasured(String baseline, String target, String value, String shown, String outcome) {
        var id = promise(baseline, target);
        var promise = success.json("/promises/" + id);
        assertThat(promise.path("status").asText()).isEqualTo("PENDING");
        assertThat(promise.path("latestMeasurement").isNull()).isTrue();
        assertThat(promise.path("propositionVersion").asLong()).isEqualTo(3);

        var etag = measure(id, "\"" + value + "\"", "2025-04-15");
        success.post("/promises/" + id + "/confirmations", etag, BY)
                .then()
                .statusCode(200)
                .body("status", equalTo(outcome))
                .body("confirmedOn", equalTo(today().toString()))
                .body("confirmedBy", equalTo("Anna Petrova, head of HR"));

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var events = Topic.records(SuccessEvents.PROMISE_CONFIRMED.topic(), success.tenant());
            assertThat(events).hasSize(1);
            var event = Caller.tree(events.getFirst().value());
            assertThat(events.getFirst().key()).isEqualTo(id);
            assertThat(Topic.header(events.getFirst(), "ce_source")).isEqualTo("/rivulet/success");
            assertThat(event.path("promiseId").asText()).isEqualTo(id);
            assertThat(event.path("outcome").asText()).isEqualTo(outcome);
            assertThat(event.path("measured").asText()).isEqualTo(shown);
            assertThat(event.path("baseline").asText()).isEqualTo(baseline);
            assertThat(event.path("target").asText()).isEqualTo(target);
            assertThat(event.path("confirmedOn").asText()).isEqualTo(today().toString());
        });
    }

    @Test
    void shouldConfirmTheMeasurementOfTheLatestDay() {
        var id = promise("52", "70");
        measure(id, "75", "2025-04-15");
        measure(id, "60", "2025-04-16");
        var etag = measure(id, "\"71.5\"", "2025-04-01");

        assertThat(success.json("/promises/" + id)
                        .at("/latestMeasurement/value")
                        .asText())
                .isEqualTo("60");
        success.post("/promises/" + id + "/confirmations", etag, BY)
                .then()
                .statusCode(200)
                .body("status", equalTo("PARTLY"));
    }

    @Test
    void shouldFollowItsStates() {
        var id = promise("52", "70");
        success.post("/promises/" + id + "/confirmations", "\"0\"", BY)
                .then()
                .statusCode(409)
                .body("code", equalTo("promise-not-measured"));
        var etag = measure(id, "71", "2025-04-15");
        success.post("/promises/" + id + "/confirmations", BY).then().statusCode(428);
        success.post("/promises/" + id + "/confirmations", "\"0\"", BY).then().statusCode(412);
        var confirmed = success.post("/promises/" + id + "/confirmations", etag, BY)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        success.http()
                .header("Accept-Language", "ru")
                .contentType("application/json")
                .header("If-Match", confirmed)
                .body(BY)
                .post("/promises/" + id + "/confirmations")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Клиент уже подтвердил, чем кончилось это обещание: CONFIRMED."));
        success.post("/promises/" + id + "/measurements", "{\"value\":\"80\",\"measuredOn\":\"2025-05-01\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("promise-closed"));
    }

    @Test
    void shouldStayAsItWasSignedWhateverBecomesOfTheSubscription() {
        var producer = success.producer();
        var account = UUID.randomUUID();
        var subscription = UUID.randomUUID();
        producer.send(producer.subscription(subscription, account, 0, 5, today()));
        producer.send(producer.subscription(
                subscription, account, 1, 9, today(), "CANCELLED", today(), Producer.BENEFIT.replace("70", "99")));

        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.at("/subscriptions/0/status").asText()).isEqualTo("CANCELLED");
            assertThat(customer.path("promises")).hasSize(1);
            assertThat(customer.at("/promises/0/target").asText()).isEqualTo("70");
        });
    }

    @Test
    void shouldListThoseToACustomer() {
        promise("52", "70");
        promise("30", "10");
        var all = success.json("/promises");
        var account = all.at("/items/1/accountId").asText();
        assertThat(all.path("items")).hasSize(2);
        assertThat(success.json("/promises?accountId=" + account).path("items")).hasSize(1);
        assertThat(success.json("/promises?limit=1").path("nextCursor").asText())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"value":"many","measuredOn":"2025-04-15"}              | /value      | decimal-format
            {"value":1e99,"measuredOn":"2025-04-15"}                | /value      | decimal-format
            {"measuredOn":"2025-04-15"}                             | /value      | value-missing
            {"value":"71"}                                          | /measuredOn | value-missing
            {"value":"71","measuredOn":"15.04.2025"}                | /measuredOn | wrong-type
            {"value":"71","measuredOn":"1999-12-31"}                | /measuredOn | time-out-of-range
            {"value":"71","measuredOn":"2025-04-15","outcome":"x"}  | /outcome    | unknown-property
            """)
    void shouldPointAtTheFaultOfAMeasurement(String body, String pointer, String code) {
        success.post("/promises/" + UUID.randomUUID() + "/measurements", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private String promise(String baseline, String target) {
        var account = UUID.randomUUID();
        var producer = success.producer();
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(
                        UUID.randomUUID(), account, 0, 5, today(), "ACTIVE", null, """
                {"metric":"m","unit":"u","baseline":"%s","target":"%s","withinDays":90}""".formatted(baseline, target)));
        success.eventually(
                "/promises?accountId=" + account,
                page -> assertThat(page.path("items")).hasSize(1));
        return success.json("/promises?accountId=" + account).at("/items/0/id").asText();
    }

    private String measure(String id, String value, String day) {
        return success.post("/promises/" + id + "/measurements", """
                {"value":%s,"measuredOn":"%s","note":"assessment"}""".formatted(value, day))
                .then()
                .statusCode(201)
                .body("status", equalTo("MEASURED"))
                .extract()
                .header("ETag");
    }
}
