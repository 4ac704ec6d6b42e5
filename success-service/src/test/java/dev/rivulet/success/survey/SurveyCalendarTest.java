package dev.rivulet.success.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Waves by a test clock. */
@QuarkusTest
class SurveyCalendarTest {

    private final Caller success = Caller.sandbox();
    private final Asked asked = new Asked(success);

    @Test
    void shouldSendOnTheDayOfItsZoneAndEndInTime() {
        var account = customer("2025-01-30T12:00:00Z");
        var survey = asked.survey("NPS", false);
        var wave = asked.wave(
                survey, "\"startsOn\":\"2025-02-01\",\"zone\":\"Asia/Tokyo\",\"openDays\":2,", account, "ceo");
        assertThat(wave.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(wave.path("invited").asInt()).isZero();

        // In Tokyo it is 23:59 on the day before, then midnight.
        moveTo("2025-01-31T14:59:00Z");
        assertThat(waves(survey).at("/0/status").asText()).isEqualTo("SCHEDULED");
        moveTo("2025-01-31T15:00:00Z");
        success.eventually("/surveys/" + survey + "/waves", waves -> {
            assertThat(waves.at("/items/0/status").asText()).isEqualTo("OPEN");
            assertThat(waves.at("/items/0/endsAt").asText()).isEqualTo("2025-02-02T15:00:00Z");
        });
        var link = asked.links(survey, 1).getFirst();
        given().get(link).then().statusCode(200);

        moveTo("2025-02-02T15:00:00Z");
        success.eventually(
                "/surveys/" + survey + "/waves",
                waves -> assertThat(waves.at("/items/0/status").asText()).isEqualTo("ENDED"));
        given().formParam("value", "9").post(link).then().statusCode(410);
    }

    @Test
    void shouldComeAgainCountedFromTheFirstDayAndMakeUpForNothing() {
        var account = customer("2025-01-31T12:00:00Z");
        success.http()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"daysBetween\":60}")
                .put("/survey-settings")
                .then()
                .statusCode(200);
        var survey = asked.survey("NPS", false);
        asked.wave(survey, "\"everyMonths\":3,\"openDays\":1,", account, "ceo");

        moveTo("2025-04-29T23:59:00Z");
        assertThat(statuses(survey)).containsExactly("ENDED 2025-01-31", "SCHEDULED 2025-04-30");
        moveTo("2025-04-30T00:00:00Z");
        success.eventually(
                "/surveys/" + survey + "/waves",
                waves -> assertThat(waves.path("items")).hasSize(3));
        // Half a year at once: the one of July is not made up for, and the days are counted from the 31st.
        moveTo("2025-11-01T00:00:00Z");
        success.eventually(
                "/surveys/" + survey + "/waves",
                waves -> assertThat(waves.path("items")).hasSize(4));
        assertThat(statuses(survey))
                .containsExactly("ENDED 2025-01-31", "ENDED 2025-04-30", "OPEN 2025-10-31", "SCHEDULED 2026-01-31");
        assertThat(asked.links(survey, 3)).hasSize(3);
    }

    @Test
    void shouldAskAgainAfterTheDaysBetween() {
        var account = customer("2025-01-01T12:00:00Z");
        var survey = asked.survey("NPS", false);
        var other = asked.survey("CES", false);
        assertThat(asked.wave(survey, "", account, "ceo").path("invited").asInt())
                .isEqualTo(1);
        moveTo("2025-03-31T12:00:00Z");
        assertThat(asked.wave(other, "", account, "ceo").path("invited").asInt())
                .isZero();
        moveTo("2025-04-01T00:00:00Z");
        assertThat(asked.wave(other, "", account, "ceo").path("invited").asInt())
                .isEqualTo(1);
    }

    /** On Line Islands it is 2 March already while the first wave is sent, and still when the second one is. */
    @Test
    void shouldCountTheDaysBetweenWhereTheCustomerIs() {
        var producer = success.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-03-01T12:00:00Z")));
        producer.send(
                producer.account(account, 0, "Atoll", "Pacific/Kiritimati"),
                producer.subscription(UUID.randomUUID(), account, 0, 5, LocalDate.of(2025, 1, 1)));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("zone").asText()).isEqualTo("Pacific/Kiritimati"));
        success.http()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"daysBetween\":1}")
                .put("/survey-settings")
                .then()
                .statusCode(200);
        var survey = asked.survey("NPS", false);
        var other = asked.survey("CES", false);
        assertThat(asked.wave(survey, "", account, "ceo").path("invited").asInt())
                .isOne();
        moveTo("2025-03-02T09:59:00Z");
        assertThat(asked.wave(other, "", account, "ceo").path("invited").asInt())
                .isZero();
        moveTo("2025-03-02T10:00:00Z");
        assertThat(asked.wave(other, "", account, "ceo").path("invited").asInt())
                .isOne();
    }

    @Test
    void shouldDateAnswersByTheCustomersDay() {
        var producer = success.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-02-28T23:30:00Z")));
        producer.send(
                producer.account(account, 0, "Kaisha", "Asia/Tokyo"),
                producer.subscription(UUID.randomUUID(), account, 0, 5, LocalDate.of(2025, 1, 1)));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("zone").asText()).isEqualTo("Asia/Tokyo"));
        success.answer(account, "ceo", 9);
        success.get("/survey-answers").then().body("items.answeredOn", equalTo(List.of("2025-03-01")));
        assertThat(success.json("/metrics/nps?to=2025-02-28").path("n").asInt()).isZero();
        assertThat(success.json("/metrics/nps?from=2025-03-01").path("n").asInt())
                .isEqualTo(1);
        success.get("/metrics/nps?by=MONTH").then().body("groups.group", equalTo(List.of("2025-03")));
    }

    private UUID customer(String now) {
        success.producer().send(success.producer().clock(Instant.parse(now)));
        return success.customer(5, LocalDate.of(2025, 1, 1));
    }

    /** Until the move has been heard of, and with it what it set off, in one transaction. */
    private void moveTo(String time) {
        success.producer().send(success.producer().clock(Instant.parse(time)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT to_char(now AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                        + " FROM tenant_clock WHERE tenant_id = ?",
                                success.tenant()))
                        .containsExactly(time));
    }

    private JsonNode waves(String survey) {
        return success.json("/surveys/" + survey + "/waves").path("items");
    }

    private List<String> statuses(String survey) {
        return StreamSupport.stream(waves(survey).spliterator(), false)
                .map(wave -> wave.path("status").asText() + " "
                        + wave.path("startsOn").asText())
                .toList();
    }
}
