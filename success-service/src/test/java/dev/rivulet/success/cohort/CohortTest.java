package dev.rivulet.success.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CohortTest {

    private static final String TABLE = "/cohorts?from=2025-01&to=2025-04&ages=7";
    private static final String REPORT = "/metrics/retention-report?from=2025-02&to=2025-02";

    private final Caller success = Caller.sandbox();
    private final MrrStory story = new MrrStory(success.producer());

    /** August 2025 has just closed. */
    @BeforeEach
    void standInSeptember() {
        success.producer().send(success.producer().clock(Instant.parse("2025-09-01T13:00:00Z")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                Sql.number("SELECT count(*) FROM tenant_clock WHERE tenant_id = ?", success.tenant()))
                        .isEqualTo(1));
    }

    /** Four cohorts that lose a customer in twenty a month, and one month in which April's lose a third. */
    private List<UUID> tellOfABadJune() {
        story.cohort(month(1), 60, 3, 3, 3, 3, 2, 3, 2);
        story.cohort(month(2), 60, 2, 3, 3, 2, 3, 2);
        story.cohort(month(3), 60, 3, 3, 2, 3, 2);
        var april = story.cohort(month(4), 60, 2, 20, 2, 2);
        story.send();
        return april;
    }

    @Test
    void shouldMarkOneRedCellAndHaveSomebodyReact() {
        tellOfABadJune();
        success.eventually(
                "/cohort-cases",
                cases -> assertThat(cases.at("/items/0/findings")).hasSize(3));

        var table = success.json(TABLE);
        assertThat(table.path("closedThrough").asText()).isEqualTo("2025-08");
        assertThat(table.path("rows")).hasSize(4);
        var april = table.at("/rows/3");
        assertThat(april.path("cohort").asText()).isEqualTo("2025-04");
        assertThat(april.path("customers").asLong()).isEqualTo(60);
        assertThat(texts(april, "state"))
                .containsExactly("CLOSED", "CLOSED", "CLOSED", "CLOSED", "CLOSED", "OPEN", "FUTURE", "FUTURE");
        assertThat(texts(april, "value"))
                .containsExactly("1.000000", "0.966667", "0.633333", "0.600000", "0.566667", "null", "null", "null");
        assertThat(april.at("/cells/5/soFar").asText()).isEqualTo("0.566667");
        assertThat(april.at("/cells/0/mark").isNull()).isTrue();
        for (var incomplete = 5; incomplete < 8; incomplete++) {
            assertThat(april.at("/cells/" + incomplete + "/mark").isNull()).isTrue();
        }

        var mark = april.at("/cells/2/mark");
        assertThat(mark.path("verdict").asText()).isEqualTo("RED_DOWN");
        assertThat(mark.path("kept").asText()).isEqualTo("0.655172");
        assertThat(mark.path("baseline").asText()).isEqualTo("0.947674");
        assertThat(mark.path("baselineAccounts").asText()).isEqualTo("172.0");
        assertThat(mark.path("q").decimalValue()).isLessThan(new BigDecimal("0.05"));
        assertThat(mark.at("/reasons/previous/cohort").asText()).isEqualTo("2025-03");
        assertThat(mark.at("/reasons/kinds/0/kind").asText()).isEqualTo("CHURN");
        assertThat(mark.at("/reasons/kinds/0/count").asLong()).isEqualTo(20);
        assertThat(mark.at("/reasons/kinds/0/amount/amount").asText()).isEqualTo("-2000.00");
        assertThat(mark.at("/reasons/accounts")).hasSize(5);
        assertThat(mark.at("/reasons/accounts/0/after/amount").asText()).isEqualTo("0.00");
        for (var measure : List.of("logo", "gross", "net")) {
            assertThat(reds(success.json(TABLE + "&measure=" + measure))).containsExactly("2025-04@2");
        }
        var quarters = success.json(TABLE + "&period=quarter");
        assertThat(quarters.path("period").asText()).isEqualTo("QUARTER");
        assertThat(quarters.path("rows").findValuesAsText("cohort")).containsExactly("2025-Q1", "2025-Q2");
        assertThat(quarters.at("/rows/0/customers").asLong()).isEqualTo(180);
        // By the end of March 172 of those of the quarter are left, by that of June 148.
        assertThat(texts(quarters.at("/rows/0"), "value")).startsWith("0.955556", "0.822222");
        assertThat(texts(quarters.at("/rows/1"), "value")).startsWith("0.633333", "null");
        assertThat(quarters.at("/rows/1/cells/1/month").asText()).isEqualTo("2025-Q3");
        assertThat(quarters.at("/rows/1/cells/1/soFar").asText()).isEqualTo("0.566667");
        assertThat(reds(quarters)).isEmpty();

        var cases = success.json("/cohort-cases");
        assertThat(cases.path("items")).hasSize(1);
        var red = cases.at("/items/0");
        assertThat(red.path("id").asText()).isEqualTo(mark.path("caseId").asText());
        assertThat(red.path("cohort").asText()).isEqualTo("2025-04");
        assertThat(red.path("month").asText()).isEqualTo("2025-06");
        assertThat(red.path("owner").asText()).isEqualTo("success-team");
        assertThat(red.path("dueOn").asText()).isEqualTo("2025-09-06");
        assertThat(red.path("state").asText()).isEqualTo("OPEN");
        assertThat(Sql.number(
                        "SELECT count(*) FROM success_task WHERE tenant_id = ? AND kind = 'COHORT_CASE'",
                        success.tenant()))
                .isEqualTo(1);
        reactTo("/cohort-cases/" + red.path("id").asText());
    }

    private void reactTo(String path) {
        var tag = success.get(path).then().statusCode(200).extract().header("ETag");
        success.post(path + "/assignments", "{\"owner\":\"maria\"}").then().statusCode(428);
        success.post(path + "/assignments", "\"77\"", "{\"owner\":\"maria\"}")
                .then()
                .statusCode(412);
        success.post(path + "/assignments", tag, "{\"owner\":\" \"}").then().statusCode(400);
        var assigned = success.post(path + "/assignments", tag, """
                {"owner":"maria","dueOn":"2025-09-20"}""")
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("owner", equalTo("maria"))
                .body("dueOn", equalTo("2025-09-20"))
                .extract()
                .header("ETag");
        assertThat(success.json("/cohort-cases?owner=maria&state=IN_PROGRESS").path("items"))
                .hasSize(1);
        assertThat(success.json("/cohort-cases?state=OPEN").path("items")).isEmpty();
        success.post(path + "/closures", assigned, "{\"reason\":\"RESTATED\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("case-reason"));
        var closed = success.post(path + "/closures", assigned, """
                {"reason":"ACTED_ON","note":"Schools were on holiday"}""")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closeReason", equalTo("ACTED_ON"))
                .extract()
                .header("ETag");
        success.post(path + "/closures", closed, "{\"reason\":\"EXPLAINED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("case-closed"));
        Caller.fresh().get(path).then().statusCode(404);
    }

    @Test
    void shouldTakeBackWhatCorrectionsExplainAndSayWhatWasReported() {
        var april = tellOfABadJune();
        success.eventually(
                "/cohort-cases",
                cases -> assertThat(cases.at("/items/0/findings")).hasSize(3));

        // On 1 September it turns out that 18 of the 20 who went in June had not.
        for (var i = 0; i < 18; i++) {
            var day = LocalDate.of(2025, 6, 1 + i % 28);
            story.moved(april.get(2 + i), "REACTIVATION", day, "100.00", "EUR", LocalDate.of(2025, 9, 1), "");
        }
        story.send();

        success.eventually(
                "/cohort-cases",
                cases -> assertThat(cases.at("/items/0/closeReason").asText()).isEqualTo("RESTATED"));
        var cell = success.json(TABLE).at("/rows/3/cells/2");
        assertThat(cell.path("value").asText()).isEqualTo("0.933333");
        assertThat(cell.path("restated").asBoolean()).isTrue();
        assertThat(cell.path("otherwise").asText()).isEqualTo("0.633333");
        assertThat(cell.at("/mark/verdict").asText()).isEqualTo("QUIET");
        assertThat(cell.at("/mark/earlier/0/verdict").asText()).isEqualTo("RED_DOWN");
        var reported = success.json(TABLE + "&policy=as-reported").at("/rows/3/cells/2");
        assertThat(reported.path("value").asText()).isEqualTo("0.633333");
        assertThat(reported.path("otherwise").asText()).isEqualTo("0.933333");

        var first = success.json("/cohort-changes?limit=10");
        assertThat(first.path("items")).hasSize(10);
        assertThat(first.at("/items/0/closedAt").asText()).isEqualTo("2025-07-01T12:00:00Z");
        var rest = success.json(
                "/cohort-changes?limit=10&cursor=" + first.path("nextCursor").asText());
        assertThat(rest.path("items")).hasSize(8);
        assertThat(Caller.fresh().json("/cohort-changes").path("items")).isEmpty();
    }

    @Test
    void shouldForgetWhatWasSaidOfACohortThatCorrectionsHaveLeftNobodyIn() {
        var april = tellOfABadJune();
        success.eventually(TABLE, table -> assertThat(reds(table)).containsExactly("2025-04@2"));

        // They all had been customers since February, it turns out, and paid the same.
        for (var account : april) {
            story.moved(account, "NEW", LocalDate.of(2025, 2, 1), "100.00", "EUR", LocalDate.of(2025, 9, 1), "");
            story.moved(
                    account, "CONTRACTION", LocalDate.of(2025, 4, 28), "-100.00", "EUR", LocalDate.of(2025, 9, 1), "");
        }
        story.send();

        success.eventually("/cohort-cases", cases -> {
            assertThat(cases.path("items"))
                    .filteredOn(red -> red.path("cohort").asText().equals("2025-04"))
                    .singleElement()
                    .satisfies(red -> {
                        assertThat(red.path("closeReason").asText()).isEqualTo("RESTATED");
                        assertThat(red.path("findings")).isEmpty();
                    });
            assertThat(Sql.number(
                            "SELECT count(*) FROM cohort_mark WHERE tenant_id = ? AND start_month = ?",
                            success.tenant(),
                            2025 * 12 + 3))
                    .isZero();
        });
    }

    @Test
    void shouldBeAPictureForThoseWhoWouldRatherLook() {
        tellOfABadJune();
        success.eventually(TABLE, table -> assertThat(reds(table)).containsExactly("2025-04@2"));

        var svg = accept("image/svg+xml").header("Accept-Language", "en").get(TABLE);
        svg.then().statusCode(200).contentType("image/svg+xml;charset=UTF-8").body(startsWith("<svg"));
        assertThat(svg.asString().split("stroke=\"#b00020\"", -1)).hasSize(2);
        assertThat(svg.asString())
                .contains("▼ 63.3 %", "Cohort 2025-04, age 2, 2025-06: 63.3 %. Red: kept less than others")
                .containsPattern(
                        "2025-04, age 5, 2025-09: [^<]+</title><rect [^>]+ fill=\"#ffffff\" stroke=\"#d5dbe1\"")
                .doesNotContain("<script")
                .doesNotContainPattern("▲ [0-9]");
        accept("text/html")
                .header("Accept-Language", "ru-RU,ru;q=0.9")
                .get(TABLE)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("class=\"red\""))
                .body(containsString("<span aria-hidden=\"true\">▼ 63.3 %</span>"))
                .body(containsString(
                        "<td style=\"background:#ffffff;color:#14202b\"><span aria-hidden=\"true\">…</span>"))
                .body(containsString("Красное: осталось меньше, чем у других"))
                .body(containsString("<th scope=\"row\">2025-04</th>"));
        var csv = accept("text/csv").get(TABLE);
        csv.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        assertThat(csv.asString())
                .startsWith("cohort,customers,age,month,state,value")
                .contains("2025-04,60,2,2025-06,CLOSED,0.633333,,38,60,false,,RED_DOWN,0.655172,")
                .contains("2025-04,60,6,2025-10,FUTURE,,,,,false,,,,,,");
        accept("application/pdf").get(TABLE).then().statusCode(406);
    }

    @Test
    void shouldPointUpWhereMoreWasKept() {
        for (var month = 1; month <= 3; month++) {
            story.cohort(month(month), 60, 20);
        }
        story.cohort(month(4), 60, 1);
        story.send();
        success.eventually(TABLE, table -> assertThat(reds(table)).containsExactly("2025-04@1"));

        assertThat(success.json(TABLE).at("/rows/3/cells/1/mark/verdict").asText())
                .isEqualTo("RED_UP");
        for (var type : List.of("image/svg+xml", "text/html")) {
            assertThat(accept(type).get(TABLE).asString()).contains("▲ 98.3 %").doesNotContainPattern("▼ [0-9]");
        }
    }

    private RequestSpecification accept(String type) {
        return success.http().header("Accept", type);
    }

    @Test
    void shouldTellAccountsApartByWhatTheyBeganWith() {
        var team = UUID.randomUUID();
        var solo = UUID.randomUUID();
        for (var i = 0; i < 80; i++) {
            var account = UUID.randomUUID();
            var plan = ",\"planId\":\"" + (i < 40 ? team : solo) + "\"";
            story.moved(account, "NEW", LocalDate.of(2025, 1, 5), "50.00", "EUR", LocalDate.of(2025, 1, 5), plan);
            if (i < 2 || i >= 40 && i < 56) {
                story.moved(account, "CHURN", LocalDate.of(2025, 2, 7), "-50.00");
            } else if (i < 20) {
                // A change of the plan moves nobody into another cohort.
                var other = ",\"planId\":\"" + solo + "\"";
                story.moved(
                        account,
                        "EXPANSION",
                        LocalDate.of(2025, 2, 8),
                        "25.00",
                        "EUR",
                        LocalDate.of(2025, 2, 8),
                        other);
            }
        }
        story.send();
        var byPlan = "/cohorts?by=plan&from=2025-01&to=2025-01&ages=2";
        success.eventually(byPlan, table -> assertThat(table.path("rows")).hasSize(2));

        var rows = success.json(byPlan).path("rows");
        var teamRow = rows.get(0).path("cohort").asText().equals(team.toString()) ? rows.get(0) : rows.get(1);
        var soloRow = teamRow == rows.get(0) ? rows.get(1) : rows.get(0);
        assertThat(texts(teamRow, "value")).containsExactly("1.000000", "0.950000", "0.950000");
        assertThat(texts(soloRow, "value")).containsExactly("1.000000", "0.600000", "0.600000");
        assertThat(soloRow.at("/cells/1/mark/verdict").asText()).isEqualTo("RED_DOWN");
        var within = success.json("/cohorts?within=plan:" + team + "&from=2025-01&to=2025-01&ages=1&measure=net");
        // 38 stayed of 40, 18 of them with half as much again: (38 * 50 + 18 * 25) / 2000.
        assertThat(within.at("/rows/0/cells/1/value").asText()).isEqualTo("1.175000");
        // What they grew by is no part of it: 38 * 50 / 2000.
        var gross = success.json("/cohorts?within=plan:" + team + "&from=2025-01&to=2025-01&ages=1&measure=gross");
        assertThat(gross.at("/rows/0/cells/1/value").asText()).isEqualTo("0.950000");
        assertThat(success.json("/cohorts?by=partner&from=2025-01&to=2025-01&ages=0")
                        .at("/rows/0/cohort")
                        .asText())
                .isEqualTo("-");
        // 80 customers brought 40.00 of margin each in January; in February 62 stayed, 18 of them for 75.00.
        var worth = success.json("/cohorts?measure=ltv&from=2025-01&to=2025-01&ages=1")
                .at("/rows/0");
        assertThat(texts(worth, "value")).containsExactly("40.00", "75.50");
        // Several start months: complete only when the youngest has reached the age.
        story.cohort(month(7), 10);
        story.send();
        success.eventually(
                "/cohorts?by=partner&from=2025-01&to=2025-07&ages=3",
                table -> assertThat(texts(table.at("/rows/0"), "state"))
                        .containsExactly("CLOSED", "CLOSED", "OPEN", "OPEN"));
    }

    @Test
    void shouldTellCustomersApartByManagerAndByWhatATenantDeclares() {
        var accounts = story.cohort(month(1), 4, 1);
        story.send();
        var table = "&from=2025-01&to=2025-01&ages=1";
        success.eventually(
                "/cohorts?by=manager" + table,
                found -> assertThat(found.at("/rows/0/customers").asInt()).isEqualTo(4));
        var producer = success.producer();
        accounts.forEach(account -> producer.send(producer.account(account, 0, "Acme", "UTC")));
        var admin = success.inRole("admin");
        admin.put("/customer-attributes/industry", null, "{\"type\":\"TEXT\"}")
                .then()
                .statusCode(200);
        accounts.forEach(account -> success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("name").asText()).isEqualTo("Acme")));
        var care = "/customers/" + accounts.getLast() + "/care";
        success.patch(care, "\"0\"", "{\"manager\":\"mila\",\"attributes\":{\"industry\":\"logistics\"}}")
                .then()
                .statusCode(200);
        assertThat(cohorts("/cohorts?by=manager" + table)).containsExactly("- 3 0.666667", "mila 1 1.000000");
        assertThat(cohorts("/cohorts?by=industry" + table)).containsExactly("- 3 0.666667", "logistics 1 1.000000");
        assertThat(cohorts("/cohorts?within=industry:-" + table)).containsExactly("2025-01 3 0.666667");
        assertThat(cohorts("/cohorts?within=industry:logistics" + table)).containsExactly("2025-01 1 1.000000");
        assertThat(lost("&by=industry")).containsExactly("- 3 1", "logistics 1 0");

        success.patch(care, success.get(care).header("ETag"), "{\"manager\":\"olga\",\"attributes\":null}")
                .then()
                .statusCode(200);
        assertThat(cohorts("/cohorts?by=manager" + table)).containsExactly("- 3 0.666667", "olga 1 1.000000");
        assertThat(cohorts("/cohorts?by=industry" + table)).containsExactly("- 4 0.750000");
        assertThat(lost("&by=industry")).containsExactly("- 4 1");

        success.patch(care, success.get(care).header("ETag"), "{\"attributes\":{\"industry\":\"logistics\"}}")
                .then()
                .statusCode(200);
        assertThat(lost("&by=industry")).containsExactly("- 3 1", "logistics 1 0");
        admin.http().delete("/customer-attributes/industry").then().statusCode(204);
        for (var path :
                List.of("/cohorts?by=industry", "/cohorts?within=industry:logistics", REPORT + "&by=industry")) {
            success.get(path).then().statusCode(400).body("code", equalTo("cohort-attribute"));
        }
        admin.put("/customer-attributes/industry", null, "{\"type\":\"TEXT\"}")
                .then()
                .statusCode(200);
        assertThat(cohorts("/cohorts?by=industry" + table)).containsExactly("- 4 0.750000");
        assertThat(cohorts("/cohorts?by=manager" + table)).containsExactly("- 3 0.666667", "olga 1 1.000000");
    }

    /** Of each group of customers who it was in February, and how many of them it lost. */
    private List<String> lost(String query) {
        var groups = new ArrayList<String>();
        success.json(REPORT + query)
                .at("/months/0/groups")
                .forEach(group -> groups.add(group.path("value").asText() + " "
                        + group.at("/knownNow/startCustomers").asLong() + " "
                        + group.at("/knownNow/lostCustomers").asLong()));
        return groups;
    }

    private List<String> cohorts(String path) {
        var rows = new ArrayList<String>();
        success.json(path)
                .path("rows")
                .forEach(row -> rows.add(row.path("cohort").asText() + " "
                        + row.path("customers").asLong() + " "
                        + row.at("/cells/1/value").asText()));
        return rows;
    }

    @Test
    void shouldNeverAddUpDifferentCurrencies() {
        story.moved(UUID.randomUUID(), "NEW", LocalDate.of(2025, 1, 5), "50.00");
        story.moved(UUID.randomUUID(), "NEW", LocalDate.of(2025, 1, 5), "900", "JPY", LocalDate.of(2025, 1, 5), "");
        story.send();
        success.eventually(
                TABLE,
                table -> assertThat(table.at("/rows/0/customers").asLong()).isEqualTo(2));

        success.get(TABLE + "&measure=net").then().statusCode(400).body("code", equalTo("currency-needed"));
        assertThat(success.json(TABLE + "&measure=net&currency=JPY")
                        .at("/rows/0/base/amount")
                        .asText())
                .isEqualTo("900");
        assertThat(success.json(TABLE + "&currency=JPY").at("/rows/0/customers").asLong())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "measure=heads, parameter-invalid",
        "by=colour, cohort-attribute",
        "within=colour:red, cohort-attribute",
        "within=plan, cohort-attribute",
        "by=plan&within=segment:x, cohort-within",
        "by=plan&period=quarter, cohort-period",
        "period=week, parameter-invalid",
        "from=2025-13, month-invalid",
        "from=1825-01, month-invalid",
        "from=2025-02&to=2025-01, range-backwards",
        "from=2015-02&to=2025-01, months-too-many",
        "ages=61, ages-invalid",
        "ages=-1, ages-invalid",
        "currency=euro, currency-unknown",
        "currency=ZZZ, currency-unknown",
        "policy=best, parameter-invalid",
        "colour=red, unknown-parameter",
    })
    void shouldSayWhatIsWrong(String query, String code) {
        success.get("/cohorts?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static List<String> texts(JsonNode row, String property) {
        return row.path("cells").findValues(property).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> reds(JsonNode table) {
        var reds = new ArrayList<String>();
        table.path("rows")
                .forEach(row -> row.path("cells").forEach(cell -> {
                    if (cell.at("/mark/verdict").asText().startsWith("RED")) {
                        reds.add(row.path("cohort").asText() + "@"
                                + cell.path("age").asInt());
                    }
                }));
        return reds;
    }

    private static YearMonth month(int month) {
        return YearMonth.of(2025, month);
    }
}
