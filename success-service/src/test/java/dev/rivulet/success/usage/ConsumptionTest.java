package dev.rivulet.success.usage;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consumption as it is looked at. */
@QuarkusTest
class ConsumptionTest {

    private static final String FEBRUARY = "from=2025-02-01&to=2025-02-28";

    private final Caller success = Caller.fresh();
    private final Uses uses = new Uses(success.tenant());

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static Instant noon(String day) {
        return noon(LocalDate.parse(day));
    }

    private String used() {
        var account = success.customer(10);
        Uses.send(
                uses.event("1", account, "anna", "lessons", "soft-skills", "2", noon("2025-02-03")),
                uses.event("2", account, "anna", "lessons", "soft-skills", "3", noon("2025-02-04")),
                uses.event("3", account, "boris", "lessons", "sales", "1.5", noon("2025-02-04")),
                uses.event("4", account, "=cmd(1)", "calls", null, "7", noon("2025-02-28")),
                uses.event("5", account, "anna", "lessons", "sales", "1", noon("2025-03-01")));
        success.eventually(
                "/customers/" + account + "/consumption?from=2025-03-01&to=2025-03-01",
                consumption -> assertThat(consumption.path("days")).hasSize(1));
        return "/customers/" + account + "/consumption";
    }

    @Test
    void shouldAddUpByFeatureUserAndMonth() {
        var path = used();

        var features = success.json(path + "?by=feature&" + FEBRUARY);
        assertThat(features.path("by").asText()).isEqualTo("feature");
        assertThat(features.has("days")).isFalse();
        assertThat(features.path("features")).hasSize(3);
        assertThat(features.at("/features/0").toString())
                .isEqualTo("{\"feature\":\"soft-skills\",\"metric\":\"lessons\",\"quantity\":\"5\",\"events\":2,"
                        + "\"users\":1,\"activeDays\":2}");
        assertThat(features.at("/features/1/feature").asText()).isEqualTo("calls");

        var users = success.json(path + "?by=user&" + FEBRUARY).path("users");
        assertThat(users).hasSize(3);
        assertThat(users.get(0).toString())
                .isEqualTo("{\"userId\":\"anna\",\"metric\":\"lessons\",\"quantity\":\"5\",\"events\":2,"
                        + "\"activeDays\":2,\"lastDay\":\"2025-02-04\"}");

        var months =
                success.json(path + "?by=month&from=2025-02-10&to=2025-03-01").path("months");
        assertThat(months).hasSize(2);
        assertThat(months.get(0).toString())
                .isEqualTo("{\"month\":\"2025-02\",\"events\":4,\"users\":3,\"activeDays\":3,\"metrics\":["
                        + "{\"metric\":\"calls\",\"quantity\":\"7\",\"events\":1},"
                        + "{\"metric\":\"lessons\",\"quantity\":\"6.5\",\"events\":3}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day     | day,metric,quantity,events,users,corrected_at      | 2025-02-03,"lessons",2,1,1,20
            month   | month,metric,quantity,events,users,active_days     | 2025-02,"calls",7,1,3,3
            feature | feature,metric,quantity,events,users,active_days   | "soft-skills","lessons",5,2,1,2
            user    | user_id,metric,quantity,events,active_days,last_day| "anna","lessons",5,2,2,2025-02-04
            """)
    void shouldBeATableToo(String by, String head, String first) {
        var path = used();
        var csv = success.get(path + "/csv?by=" + by + "&" + FEBRUARY)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines().toList().getFirst()).isEqualTo(head.strip());
        assertThat(csv.lines().toList().get(1)).startsWith(first);
        if (by.equals("user")) {
            assertThat(csv).contains("\r\n\"'=cmd(1)\",\"calls\",7,1,1,2025-02-28\r\n");
        }
    }

    @Test
    void shouldRefuseAnotherGrouping() {
        success.get("/customers/" + success.customer(1) + "/consumption?by=colour")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?by"))
                .body("errors[0].code", equalTo("parameter-invalid"));
    }

    @Test
    void shouldTellHowOftenUsersComeAndWhetherThatGrows() {
        var account = success.customer(10);
        var base = "/customers/" + account;
        success.eventually(base + "/engagement", engagement -> {
            assertThat(engagement.path("stickiness").isNull()).isTrue();
            assertThat(engagement.path("reason").asText()).isEqualTo("no-usage");
            assertThat(engagement.at("/trend/reason").asText()).isEqualTo("no-usage");
        });
        // Four users every other day for eight weeks, and in the last four only half of them.
        var events = new ArrayList<ProducerRecord<String, String>>();
        for (var back = 0; back < 56; back += 2) {
            for (var user = 0; user < (back < 28 ? 2 : 4); user++) {
                events.add(uses.event(
                        back + "/" + user, account, "u" + user, "m", null, "1", dawn(today().minusDays(back))));
            }
        }
        events.add(uses.event("first", account, "u0", "m", null, "1", dawn(today().minusDays(55))));
        Topic.send(events);

        success.eventually(base + "/engagement", engagement -> {
            assertThat(engagement.path("users").asInt()).isEqualTo(2);
            assertThat(engagement.path("meanDailyUsers").decimalValue()).isEqualByComparingTo("1");
            assertThat(engagement.path("stickiness").decimalValue()).isEqualByComparingTo("0.5");
            assertThat(engagement.at("/trend/last").decimalValue()).isEqualByComparingTo("7");
            assertThat(engagement.at("/trend/before").decimalValue()).isEqualByComparingTo("14.5");
            assertThat(engagement.at("/trend/change").decimalValue()).isEqualByComparingTo("-0.5172");
            assertThat(engagement.at("/trend/reason").isNull()).isTrue();
        });
    }

    @Test
    void shouldShowWhoComesBack() {
        var account = success.customer(10);
        Uses.send(
                uses.event("1", account, "anna", "m", null, "1", noon("2025-01-06")),
                uses.event("2", account, "anna", "m", null, "1", noon("2025-01-21")),
                uses.event("3", account, "boris", "m", null, "1", noon("2025-01-12")),
                uses.event("4", account, "boris", "m", null, "1", noon("2025-01-13")),
                uses.event("5", account, "boris", "m", null, "1", noon("2025-01-31")));
        var path = "/metrics/usage-retention?periods=4&to=2025-02-05&";
        success.eventually(path + "interval=week", retention -> {
            assertThat(retention.path("from").asText()).isEqualTo("2025-01-06");
            assertThat(retention.path("to").asText()).isEqualTo("2025-02-02");
            assertThat(retention.at("/rows/0/active").toString()).isEqualTo("[2,1,1,1]");
            assertThat(retention.at("/rows/1/active").toString()).isEqualTo("[1,0,1]");
            assertThat(retention.at("/rows/2/active").toString()).isEqualTo("[1,0]");
            assertThat(retention.at("/rows/3/active").toString()).isEqualTo("[1]");
            // Ages 0 to 3: of the rows that have reached them.
            assertThat(retention.path("means").toString()).isEqualTo("[1,0.1667,0.75,0.5]");
        });
        assertThat(success.json(path + "interval=week&of=accounts")
                        .at("/rows/0/active")
                        .toString())
                .isEqualTo("[1,1,1,1]");
        assertThat(success.json("/metrics/usage-retention?interval=day&periods=9&to=2025-01-14&accountId=" + account)
                        .at("/rows/0/active")
                        .toString())
                .isEqualTo("[1,0,0,0,0,0,0,0,0]");
        assertThat(success.json("/metrics/usage-retention?interval=day&periods=60&to=2025-01-31")
                        .at("/rows/34/active")
                        .toString())
                .isEqualTo("[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0]");
        assertThat(success.json("/metrics/usage-retention?interval=month&periods=2&to=2025-02-28")
                        .at("/rows/0/active")
                        .toString())
                .isEqualTo("[2,0]");
        assertThat(success.json("/metrics/usage-retention").path("rows")).hasSize(11);
        var week = path + "interval=week";
        rows(week + "&type=first-time", "[2,1,1,1]", "[0,0,0]", "[0,0]", "[0]");
        rows(week.replace("periods=4", "periods=3") + "&type=first-time", "[0,0,0]", "[0,0]", "[0]");
        rows(week + "&counting=on-or-after", "[2,2,2,1]", "[1,1,1]", "[1,0]", "[1]");
        rows(week + "&brackets=1,2", "[2,1,2]", "[1,0]", "[1,0]", "[1]");
        assertThat(success.json(week + "&brackets=1,2").path("means").toString())
                .isEqualTo("[1,0.1667,1]");
        assertThat(success.json("/metrics/usage-retention?interval=day&periods=20&to=2025-01-31&type=first-time")
                        .at("/rows/0/active")
                        .toString())
                .isEqualTo("[1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]");
        rows(
                "/metrics/usage-retention?interval=month&periods=2&to=2025-02-28&type=first-time&of=accounts",
                "[1,0]",
                "[0]");
        assertThat(Caller.fresh()
                        .json(path + "interval=week")
                        .at("/rows/0/active")
                        .toString())
                .isEqualTo("[0,0,0,0]");
    }

    private void rows(String path, String... expected) {
        var rows = new ArrayList<String>();
        success.json(path)
                .path("rows")
                .forEach(row -> rows.add(row.path("active").toString()));
        assertThat(rows).as(path).containsExactly(expected);
    }

    @Test
    void shouldShowWhoComesBackToWhat() {
        var account = success.customer(10);
        Uses.send(
                uses.event("1", account, "carl", "lesson", null, "1", noon("2025-01-06")),
                uses.event("2", account, "carl", "exam", null, "1", noon("2025-01-13")),
                uses.event("3", account, "dan", "exam", null, "1", noon("2024-12-30")),
                uses.event("4", account, "dan", "lesson", null, "1", noon("2025-01-13")),
                uses.event("5", account, "dan", "exam", null, "1", noon("2025-01-21")));
        var path = "/metrics/usage-retention?interval=week&periods=4&to=2025-02-05&metric=";
        success.eventually(
                path + "lesson&returning=exam",
                retention ->
                        assertThat(retention.at("/rows/1/active").toString()).isEqualTo("[1,1,0]"));
        rows(path + "lesson&returning=exam", "[1,1,0,0]", "[1,1,0]", "[0,0]", "[0]");
        rows(path + "lesson&returning=exam&type=first-time", "[1,1,0,0]", "[1,1,0]", "[0,0]", "[0]");
        rows(path + "exam&type=first-time", "[0,0,0,0]", "[1,0,0]", "[0,0]", "[0]");
        rows(path + "exam&of=accounts&accountId=" + account, "[0,0,0,0]", "[1,1,0]", "[1,0]", "[0]");
        rows(path.replace("&metric=", "") + "&returning=exam", "[1,1,0,0]", "[2,1,0]", "[1,0]", "[0]");
        rows(path.replace("&metric=", "") + "&returning=exam&type=first-time", "[1,1,0,0]", "[0,0,0]", "[0,0]", "[0]");
        rows("/metrics/usage-retention?interval=month&periods=2&to=2025-01-31&metric=exam", "[1,1]", "[2]");
        assertThat(success
                        .json("/metrics/usage-retention?interval=day&periods=9&to=2025-01-21&metric=exam")
                        .path("rows")
                        .findValues("active")
                        .stream()
                        .map(row -> row.get(0).asInt()))
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 1);
        var view = success.json(path + "lesson");
        assertThat(view.path("metric").asText()).isEqualTo("lesson");
        assertThat(view.path("returning").asText()).isEqualTo("lesson");
        assertThat(view.path("spans").toString())
                .isEqualTo("[{\"from\":0,\"to\":0},{\"from\":1,\"to\":1},{\"from\":2,\"to\":2},{\"from\":3,\"to\":3}]");
    }

    @ParameterizedTest
    @CsvSource({
        "type=once, retention-type",
        "counting=never, retention-counting",
        "brackets=0, retention-brackets",
        "periods=4&brackets=4, brackets-invalid",
        "periods=1, periods-invalid",
        "interval=day&periods=61, periods-invalid",
        "interval=year, parameter-invalid",
        "of=dogs, retention-of",
        "to=1999-01-01, time-out-of-range",
    })
    void shouldRefuseOtherRetention(String query, String code) {
        success.get("/metrics/usage-retention?" + query).then().statusCode(400).body("errors[0].code", equalTo(code));
        success.get("/metrics/usage-retention?accountId=" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    /** The first instant of a day: of today it has been, whenever the test runs. */
    private static Instant dawn(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
