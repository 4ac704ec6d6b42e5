package dev.rivulet.success.usage;

import static dev.rivulet.success.Caller.today;
import static dev.rivulet.success.Caller.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UsageTest {

    private static final Instant NOW = Instant.now();

    private final Caller success = Caller.fresh();

    @Test
    void shouldCountABatchOnceThoughItIsSentTwice() {
        var account = success.customer(10);
        var events = new ArrayList<String>();
        for (var i = 0; i < 1_000; i++) {
            events.add(usage("evt-" + i, account, "user-" + i % 7, "0.25", NOW));
        }
        var batch = "{\"events\":[" + String.join(",", events) + "]}";

        for (var copy = 0; copy < 2; copy++) {
            success.post("/usage-events", batch)
                    .then()
                    .statusCode(202)
                    .body("accepted", equalTo(1_000))
                    .body("rejected.size()", equalTo(0));
        }
        // What comes behind the copies on the same partition shows that they have been handled.
        success.post("/usage-events", "{\"events\":[" + usage("last", account, "user-7", "1", NOW) + "]}");

        success.eventually("/customers/" + account + "/consumption", consumption -> {
            assertThat(consumption.at("/days/0/events").asLong()).isEqualTo(1_001);
            assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("251");
            assertThat(consumption.at("/days/0/users").asInt()).isEqualTo(8);
            assertThat(consumption.at("/days/0/metric").asText()).isEqualTo("lesson");
        });
        assertThat(Sql.number("SELECT sum(events) FROM usage_day WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(1_001);
    }

    @Test
    void shouldTakeTheSameIdOfTwoSourcesForTwoEvents() {
        var account = success.customer(10);
        var one = usage("evt-1", account, "u", "1", NOW);
        var other = one.replace("\"/test\"", "\"/other\"");

        success.post("/usage-events", "{\"events\":[" + one + "," + other + "," + one + "]}")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(3));

        success.eventually(
                "/customers/" + account + "/consumption",
                consumption ->
                        assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("2"));
    }

    @Test
    void shouldJudgeEachEventForItself() {
        var account = success.customer(10);
        var good = usage("good", account, "u", "1", NOW);
        var answer = Caller.tree(success.http()
                .header("Accept-Language", "ru")
                .contentType("application/json")
                .body("{\"events\":[" + good.replace("\"1\"", "\"0\"") + "," + good + ",7]}")
                .post("/usage-events")
                .then()
                .statusCode(202)
                .extract()
                .asString());

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.at("/rejected/0/index").asInt()).isZero();
        assertThat(answer.at("/rejected/0/code").asText()).isEqualTo("quantity-invalid");
        assertThat(answer.at("/rejected/0/pointer").asText()).isEqualTo("/events/0/quantity");
        assertThat(answer.at("/rejected/0/detail").asText()).startsWith("Количество");
        assertThat(answer.at("/rejected/1/index").asInt()).isEqualTo(2);
        assertThat(answer.at("/rejected/1/pointer").asText()).isEqualTo("/events/2");
        assertThat(answer.at("/rejected/1/code").asText()).isEqualTo("wrong-type");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quantity   | -1                       | quantity-invalid
            quantity   | 0                        | quantity-invalid
            quantity   | 1e999999999              | quantity-invalid
            quantity   | 0.0000001                | quantity-invalid
            quantity   | 1234567890123            | quantity-invalid
            quantity   | "many"                   | quantity-invalid
            quantity   | true                     | wrong-type
            accountId  | "acme"                   | wrong-type
            accountId  | null                     | value-missing
            occurredAt | "yesterday"              | wrong-type
            occurredAt | 1735689600               | wrong-type
            occurredAt | "+99999-01-01T00:00:00Z" | time-out-of-range
            occurredAt | "2099-01-01T00:00:00Z"   | time-in-future
            userId     | " "                      | value-missing
            userId     | "a\\u0000b"              | text-control-characters
            userId     | 7                        | wrong-type
            colour     | "red"                    | unknown-property
            """)
    void shouldPointAtTheFault(String property, String value, String code) {
        var event = new StringBuilder(usage("e", UUID.randomUUID(), "u", "1", NOW));
        var known = event.indexOf("\"" + property + "\":");
        if (known >= 0) {
            var end = Math.max(event.indexOf(",", known), known);
            event.replace(known, end > known ? end : event.length() - 1, "\"" + property + "\":" + value);
        } else {
            event.insert(1, "\"" + property + "\":" + value + ",");
        }

        success.post("/usage-events", "{\"events\":[" + event + "]}")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("rejected[0].pointer", equalTo("/events/0/" + property))
                .body("rejected[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"events":[]}        | /events | batch-size
            {"events":null}      | /events | value-missing
            {"events":{}}        | /events | wrong-type
            {"event":[]}         | /event  | unknown-property
            """)
    void shouldRefuseWhatIsNoBatch(String body, String pointer, String code) {
        success.post("/usage-events", body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseMoreThanAThousand() {
        var events = new ArrayList<String>();
        for (var i = 0; i < 1_001; i++) {
            events.add("{}");
        }
        success.post("/usage-events", "{\"events\":" + events + "}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("batch-size"));
    }

    @Test
    void shouldCountTheGoodOnceThoughTheBadCameInTheirMidst() {
        var account = success.customer(10);
        var unreadable = UUID.randomUUID();
        var tooMuch = UUID.randomUUID();
        var early = UUID.randomUUID();
        Topic.send(List.of(
                direct(account, "u1", "1"),
                direct(unreadable, "u1", "many"),
                direct(account, "u2", "2"),
                direct(tooMuch, "u1", "1e40"),
                direct(early, "u1", "1", NOW.plus(1, ChronoUnit.DAYS)),
                direct(account, "u3", "4")));

        success.eventually("/customers/" + account + "/consumption", consumption -> {
            assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("7");
            assertThat(consumption.at("/days/0/events").asInt()).isEqualTo(3);
        });
        success.inRole("ops")
                .eventually(
                        "/dead-letters",
                        letters -> assertThat(letters.path("items"))
                                .extracting(letter -> letter.path("key").asText())
                                .containsExactlyInAnyOrder(
                                        unreadable.toString(), tooMuch.toString(), early.toString()));
        assertThat(Sql.column("SELECT DISTINCT account_id FROM usage_day WHERE tenant_id = ?", success.tenant()))
                .containsExactly(account.toString());
    }

    /** As a producer would write it that does not go through this service. */
    private ProducerRecord<String, String> direct(UUID account, String user, String quantity) {
        return direct(account, user, quantity, NOW);
    }

    private ProducerRecord<String, String> direct(UUID account, String user, String quantity, Instant at) {
        var event = new Event(
                UUID.randomUUID().toString(),
                "/test/direct",
                "dev.rivulet.usage.usage.recorded.v1",
                success.tenant(),
                account.toString(),
                0,
                """
                {"accountId":"%s","userId":"%s","metric":"m","quantity":"%s","occurredAt":"%s"}""".formatted(account, user, quantity, at),
                null);
        return Envelope.write("usage.events.v1", event, NOW);
    }

    @Test
    void shouldCountInTheCustomersOwnDay() {
        var account = UUID.randomUUID();
        var producer = success.producer();
        producer.send(producer.account(account, 0, "Far east", "Pacific/Kiritimati"));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("zone").asText()).isEqualTo("Pacific/Kiritimati"));

        success.post(
                "/usage-events",
                "{\"events\":[" + usage("e", account, "u", "3", Instant.parse("2025-02-28T12:00:00Z")) + "]}");

        success.eventually("/customers/" + account + "/consumption?from=2025-03-01&to=2025-03-01", consumption -> {
            assertThat(consumption.path("days")).hasSize(1);
            assertThat(consumption.at("/days/0/day").asText()).isEqualTo("2025-03-01");
            assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("3");
        });
    }

    @Test
    void shouldKeepUsageThatComesBeforeTheCustomer() {
        var account = UUID.randomUUID();
        success.post("/usage-events", "{\"events\":[" + usage("e", account, "u", "3", NOW) + "]}");
        success.get("/customers/" + account + "/licences").then().statusCode(404);

        var producer = success.producer();
        producer.send(producer.account(account, 0, "Late", "UTC"));

        success.eventually("/customers/" + account + "/licences", licences -> {
            assertThat(licences.path("purchased").asInt()).isZero();
            assertThat(licences.path("active").asInt()).isEqualTo(1);
            assertThat(licences.path("overage").asInt()).isEqualTo(1);
            assertThat(licences.path("utilisation").isNull()).isTrue();
            assertThat(licences.path("reason").asText()).isEqualTo("nothing-purchased");
        });
    }

    @Test
    void shouldCountUsersOfTheLast28DaysOnly() {
        var account = success.customer(4);
        var events = usage("a", account, "now", "1", NOW) + ","
                + usage("b", account, "edge", "1", NOW.minus(27, ChronoUnit.DAYS)) + ","
                + usage("c", account, "past", "1", NOW.minus(28, ChronoUnit.DAYS));
        success.post("/usage-events", "{\"events\":[" + events + "]}");

        success.eventually("/customers/" + account + "/licences", licences -> {
            assertThat(licences.path("active").asInt()).isEqualTo(2);
            assertThat(licences.path("purchased").asInt()).isEqualTo(4);
            assertThat(licences.path("utilisation").decimalValue()).isEqualByComparingTo("0.5");
            assertThat(licences.path("reason").isNull()).isTrue();
            assertThat(licences.path("from").asText())
                    .isEqualTo(today().minusDays(27).toString());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-03-02&to=2025-03-01, range-backwards",
        "from=2024-01-01&to=2025-01-01, range-too-long",
        "from=1999-12-31, time-out-of-range",
        "to=%2B999999999-12-31, time-out-of-range",
        "from=yesterday, parameter-invalid",
        "since=2025-01-01, unknown-parameter",
    })
    void shouldRefuseTheRange(String query, String code) {
        var account = success.customer(1);
        success.get("/customers/" + account + "/consumption?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code));
    }
}
