package dev.rivulet.success.usage;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats bought, assigned and used, and the money idle. */
@QuarkusTest
class LicenceTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final Caller success = Caller.fresh();
    private final Uses uses = new Uses(success.tenant());

    private Response put(String path, String body) {
        return success.http()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    /** Three of seven used, one of them long ago. */
    private UUID customer() {
        var account = success.customer(7);
        Uses.send(
                uses.event("1", account, "anna", "m", null, "1", NOW),
                uses.event("2", account, "boris", "m", null, "1", NOW.minus(3, ChronoUnit.DAYS)),
                uses.event("3", account, "clara", "m", null, "1", NOW.minus(40, ChronoUnit.DAYS)),
                uses.event("4", account, "dora", "m", null, "1", NOW.minus(100, ChronoUnit.DAYS)));
        success.eventually(
                "/customers/" + account + "/licences",
                licences -> assertThat(licences.path("assigned").asInt()).isEqualTo(3));
        return account;
    }

    @Test
    void shouldAssumeWhoHoldsASeatWhereNobodySays() {
        var licences = success.json("/customers/" + customer() + "/licences");

        assertThat(licences.path("assignments").asText()).isEqualTo("ASSUMED");
        assertThat(licences.path("purchased").asInt()).isEqualTo(7);
        assertThat(licences.path("active").asInt()).isEqualTo(2);
        assertThat(licences.path("utilisation").decimalValue()).isEqualByComparingTo("0.2857");
        assertThat(licences.path("target").decimalValue()).isEqualByComparingTo("0.8");
        assertThat(licences.path("attainment").decimalValue()).isEqualByComparingTo("0.3571");
        assertThat(licences.path("idle").asInt()).isEqualTo(5);
        // 49.00 * 5 / 7, once rounded.
        assertThat(licences.at("/idleMoney/0/amount").asText()).isEqualTo("35.00");
        assertThat(licences.at("/recurring/0/amount").asText()).isEqualTo("49.00");
        assertThat(licences.path("idleSeats")).hasSize(1);
        assertThat(licences.at("/idleSeats/0/userId").asText()).isEqualTo("clara");
        assertThat(licences.at("/idleSeats/0/assignedOn").isNull()).isTrue();
        assertThat(licences.at("/idleSeats/0/lastActiveOn").asText())
                .isEqualTo(today().minusDays(40).toString());
    }

    @Test
    void shouldNameTheIdleSeatsOfThoseWhoHoldThem() {
        var account = customer();
        var path = "/customers/" + account + "/licence-assignments";
        put(path, "{\"userIds\":[\"anna\",\"clara\",\"eve\",\"eve\"]}").then().statusCode(204);
        put(path + "/fred%2F%40acme", "").then().statusCode(204);
        put(path + "/anna", "").then().statusCode(204);
        success.http().delete(path + "/nobody").then().statusCode(404);

        success.get(path + "?limit=3")
                .then()
                .statusCode(200)
                .body("items.userId", equalTo(java.util.List.of("anna", "clara", "eve")));
        var next = success.json(path + "?limit=3").path("nextCursor").asText();
        success.get(path + "?limit=3&cursor=" + next)
                .then()
                .body("items.userId", equalTo(java.util.List.of("fred/@acme")));
        var licences = success.json("/customers/" + account + "/licences");
        assertThat(licences.path("assignments").asText()).isEqualTo("REPORTED");
        assertThat(licences.path("assigned").asInt()).isEqualTo(4);
        assertThat(licences.path("active").asInt()).isEqualTo(1);
        assertThat(licences.path("unassigned").asInt()).isEqualTo(1);
        assertThat(licences.path("idle").asInt())
                .as("three unheld, three of silent holders")
                .isEqualTo(6);
        assertThat(licences.at("/idleMoney/0/amount").asText()).isEqualTo("42.00");
        assertThat(licences.path("idleSeats"))
                .extracting(seat -> seat.path("userId").asText())
                .containsExactly("eve", "fred/@acme", "clara");

        success.http().delete(path + "/clara").then().statusCode(204);
        success.http().delete(path + "/clara").then().statusCode(404);
        put(path, "{\"userIds\":[]}").then().statusCode(204);
        var none = success.json("/customers/" + account + "/licences");
        assertThat(none.path("assignments").asText()).isEqualTo("REPORTED");
        assertThat(none.path("assigned").asInt()).isZero();
        assertThat(none.path("active").asInt()).isZero();
        assertThat(none.path("unassigned").asInt()).isEqualTo(2);
    }

    /** The same people use the add-on: it adds to what the seats cost, and no seats. */
    @Test
    void shouldNotTakeAnAddOnForMoreSeats() {
        var account = UUID.randomUUID();
        var base = UUID.randomUUID();
        var addOn = UUID.randomUUID();
        var producer = success.producer();
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(base, account, 0, 10, today().minusDays(100)),
                producer.fact(Producer.SUBSCRIPTIONS, "subscription.changed", addOn, 0, """
                        {"id":"%s","accountId":"%s","planName":"Insights","price":{"amount":"21.00","currency":"EUR"},
                        "period":"MONTH","propositionVersion":0,"seats":10,"status":"ACTIVE","startDate":"%s",
                        "baseId":"%s"}""".formatted(
                                addOn, account, today().minusDays(100), base)));
        success.eventually(
                "/customers/" + account + "/licences",
                licences ->
                        assertThat(licences.at("/recurring/0/amount").asText()).isEqualTo("70.00"));
        success.use(account, 5);

        var licences = success.json("/customers/" + account + "/licences");
        assertThat(licences.path("purchased").asInt()).isEqualTo(10);
        assertThat(licences.path("utilisation").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(licences.path("idle").asInt()).isEqualTo(5);
        assertThat(licences.at("/idleMoney/0/amount").asText()).isEqualTo("35.00");
        assertThat(success.json("/customers/" + account).path("seats").asInt()).isEqualTo(10);
    }

    /** Nothing is paid for what is tried or rests, and so nothing is wasted; nobody can use what rests. */
    @Test
    void shouldWasteNoMoneyOnTrialsAndPauses() {
        var account = UUID.randomUUID();
        var subscription = UUID.randomUUID();
        var producer = success.producer();
        producer.send(producer.account(account, 0, "Acme", "UTC"), subscription(subscription, account, 0, "TRIAL"));
        var path = "/customers/" + account + "/licences";
        success.eventually(
                path, licences -> assertThat(licences.path("purchased").asInt()).isEqualTo(20));
        assertThat(success.json(path).path("idle").asInt()).isEqualTo(20);
        assertThat(success.json(path).path("recurring")).isEmpty();
        assertThat(success.json(path).path("idleMoney")).isEmpty();
        var paying = success.customer(4);
        ranked(paying);

        producer.send(subscription(subscription, account, 1, "RUNNING"));
        success.eventually(
                path,
                licences ->
                        assertThat(licences.at("/idleMoney/0/amount").asText()).isEqualTo("249.00"));
        ranked(account, paying);
        assertThat(licenceValue(account).isNull()).isFalse();

        producer.send(subscription(subscription, account, 2, "PAUSED"));
        success.eventually(
                path, licences -> assertThat(licences.path("purchased").asInt()).isZero());
        assertThat(success.json(path).path("idleMoney")).isEmpty();
        assertThat(success.json("/customers/" + account).path("seats").asInt()).isEqualTo(20);
        ranked(paying);
        success.eventually(
                "/customers/" + account + "/score",
                score -> assertThat(licenceValue(account).isNull()).isTrue());
    }

    private ProducerRecord<String, String> subscription(UUID id, UUID account, long version, String phase) {
        return success.producer().fact(Producer.SUBSCRIPTIONS, "subscription.changed", id, version, """
                {"id":"%s","accountId":"%s","planName":"Team","price":{"amount":"249.00","currency":"EUR"},
                "period":"MONTH","propositionVersion":0,"seats":20,"status":"ACTIVE","phase":"%s","startDate":"%s",
                "history":[{"from":"%4$s","planName":"Team","seats":20,"mode":"%3$s"}]}""".formatted(
                        id, account, phase, today().minusDays(100)));
    }

    private void ranked(UUID... accounts) {
        success.eventually(
                "/metrics/licences",
                page -> assertThat(page.path("items").findValuesAsText("accountId"))
                        .containsExactly(Stream.of(accounts).map(UUID::toString).toArray(String[]::new)));
    }

    private JsonNode licenceValue(UUID account) {
        for (var component : success.json("/customers/" + account + "/score").path("components")) {
            if (component.path("name").asText().equals("LICENCES")) {
                return component.path("value");
            }
        }
        throw new AssertionError("no licences in the score");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"userIds":null}      | /userIds   | value-missing
            {"userIds":[" "]}     | /userIds/0 | value-missing
            {"userIds":["a",7]}   | /userIds/1 | wrong-type
            {"userIds":["a\\tb"]} | /userIds/0 | text-control-characters
            {"users":[]}          | /users     | unknown-property
            """)
    void shouldPointAtTheFault(String body, String pointer, String code) {
        put("/customers/" + success.customer(1) + "/licence-assignments", body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRankCustomersByTheMoneyIdle() {
        var most = success.customer(1_500);
        var some = success.customer(4);
        var young = success.customer(10, today().minusDays(5));
        success.use(some, 3);

        success.eventually("/metrics/licences", page -> {
            assertThat(page.path("items"))
                    .extracting(row -> row.path("accountId").asText())
                    .hasSize(3)
                    .last()
                    .isEqualTo(some.toString());
            assertThat(page.at("/items/2/idleMoney/amount").asText()).isEqualTo("12.25");
        });
        var page = success.json("/metrics/licences?currency=EUR&limit=1");
        assertThat(page.at("/items/0/idleMoney/amount").asText()).isEqualTo("49.00");
        assertThat(page.at("/items/0/name").asText()).isEqualTo("Acme");
        var rest = success.json("/metrics/licences?currency=EUR&limit=2&cursor="
                + page.path("nextCursor").asText());
        assertThat(rest.path("items")).hasSize(2);
        assertThat(java.util.List.of(
                        page.at("/items/0/accountId").asText(),
                        rest.at("/items/0/accountId").asText()))
                .containsExactlyInAnyOrder(most.toString(), young.toString());
        assertThat(success.json("/customers/" + young + "/licences")
                        .path("targetReason")
                        .asText())
                .isEqualTo("young-seats");
        success.get("/metrics/licences?currency=USD").then().body("items", hasSize(0));
        success.get("/metrics/licences?currency=euro")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("currency-code"));
        Caller.fresh().get("/metrics/licences").then().body("items", hasSize(0));
    }

    @Test
    void shouldFollowATestClock() {
        var sandbox = Caller.sandbox();
        var producer = sandbox.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-01-15T12:00:00Z")));
        var start = java.time.LocalDate.of(2025, 1, 1);
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, start));
        sandbox.eventually("/metrics/licences", page -> {
            assertThat(page.at("/items/0/asOf").asText()).isEqualTo("2025-01-15");
            assertThat(page.at("/items/0/idle").asInt()).isEqualTo(10);
        });
        Uses.send(new Uses(sandbox.tenant())
                .event("1", account, "anna", "m", null, "1", Instant.parse("2025-01-15T09:00:00Z")));
        sandbox.eventually(
                "/metrics/licences",
                page -> assertThat(page.at("/items/0/idle").asInt()).isEqualTo(9));

        producer.send(producer.clock(Instant.parse("2025-02-12T00:00:00Z")));

        sandbox.eventually("/metrics/licences", page -> {
            assertThat(page.at("/items/0/asOf").asText()).isEqualTo("2025-02-12");
            assertThat(page.at("/items/0/idle").asInt()).isEqualTo(10);
        });
    }
}
