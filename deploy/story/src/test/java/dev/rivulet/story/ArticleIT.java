package dev.rivulet.story;

import static dev.rivulet.story.Crowd.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten months of a company that sells subscriptions: how one customer is led from its signature to success, left alone,
 * lost from sight and found again, and how one bad month of many others is seen and owned.
 */
class ArticleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SEATS = 25;
    private static final int USERS = 20;

    private final RunningStack stack = RunningStack.shared();
    private final Company company = new Company(stack, "sandbox-article-" + UUID.randomUUID());
    private final String subscription = stack.subscription("");
    private final String success = stack.success("");

    @Test
    void shouldKeepThePromiseAndSeeWhatIsLost() throws IOException {
        var offering = Offering.of(company);
        var crowd = new Crowd(company, offering);
        aManagerWithHoursToGive();
        useCountsMost();
        month(1, crowd);
        month(2, crowd);

        clock(day(3, 5));
        var account = company.created("sales", subscription + "/accounts", """
                {"name":"Northwind","zone":"Europe/Berlin","currency":"EUR","paymentTermsDays":365}""");
        company.created("sales", subscription + "/accounts/" + account + "/contacts", """
                {"name":"Anna Berger","email":"anna@northwind.example","function":"HR_HEAD","locale":"en"}""");
        var deal = nearSigning(offering, account);
        managerIntroducesHerself(account);
        clock(day(3, 10));
        crowd.buy(day(3, 10));
        company.step("sales", subscription + "/deals/" + deal, "wins");
        lookedAfter(account, "LOW", "mila");
        clock(day(3, 20));
        crowd.leave(day(3, 20));
        followed(account, day(3, 20));
        use(account, day(3, 12), day(3, 19));

        clock(day(4, 10));
        crowd.buy(day(4, 10));
        followed(account, day(4, 10));
        use(account, day(3, 26), day(4, 2), day(4, 9));
        clock(day(4, 20));
        crowd.leave(day(4, 20));
        followed(account, day(4, 20));
        use(account, day(4, 16));
        answer(account, "anna", 9);
        answer(account, "boris", 10);
        clock(day(5, 8));
        followed(account, day(5, 8));
        use(account, day(4, 23), day(4, 30), day(5, 7));
        clock(day(5, 10));
        lookedAfter(account, "TECH", "mila");
        followed(account, day(5, 10));
        var graduated = company.read("success", success + "/customers/" + account + "/score");
        assertThat(graduated.getFloat("score")).isGreaterThan(95);
        assertThat(contribution(graduated, "CONSUMPTION")).isEqualTo(30);
        eventually(
                "/customers/" + account + "/journey",
                journey -> assertThat(journey.getString("outcome")).isEqualTo("GRADUATED"));
        writtenTo(account);

        clock(day(5, 20));
        crowd.leave(day(5, 20));
        followed(account, day(5, 20));
        benefitMeasuredAndConfirmed(account, offering);

        month(6, crowd);
        followed(account, day(6, 20));
        askedToLookAfterItAgain(account);

        IntStream.rangeClosed(7, 10).forEach(month -> month(month, crowd));
        clock(day(11, 2));
        oneBadMonthIsOwned();
        stack.assertNothingBroke();
    }

    private void aManagerWithHoursToGive() {
        company.as("success")
                .body("{\"hoursPerWeek\":\"40\"}")
                .put(success + "/managers/mila/capacity")
                .then()
                .statusCode(200);
    }

    /** A deal whose contract is being drawn up. */
    private String nearSigning(Offering offering, String account) {
        var deal = company.created("sales", subscription + "/deals", """
                {"accountId":"%s","productId":"%s","segmentId":"%s","propositionId":"%s",
                 "expectedAmount":{"amount":"2988.00","currency":"EUR"},"expectedClose":"2025-03-31",
                 "lines":[{"planId":"%s","seats":%d}]}""".formatted(
                account, offering.product(), offering.segment(), offering.proposition(), offering.plan(), SEATS));
        company.created("sales", subscription + "/deals/" + deal + "/quotes", "{\"validUntil\":\"2025-03-31\"}");
        for (var step : List.of("proposals", "negotiations", "contractings")) {
            company.step("sales", subscription + "/deals/" + deal, step);
        }
        return deal;
    }

    private void managerIntroducesHerself(String account) {
        eventually(
                "/tasks?owner=mila&status=OPEN",
                tasks -> assertThat(tasks.getList("items.reason", String.class))
                        .containsExactly("The signature is near: introduce yourself"));
        assertThat(company.read("success", success + "/managers/mila/customers").getString("items[0].accountId"))
                .isEqualTo(account);
        completeAll("Introduced");
    }

    private void completeAll(String note) {
        company.read("success", success + "/tasks?owner=mila&status=OPEN")
                .getList("items.id", String.class)
                .forEach(task -> company.step(
                                "success",
                                success + "/tasks/" + task,
                                "completions",
                                "{\"outcome\":\"RESOLVED\",\"note\":\"" + note + "\"}")
                        .statusCode(200));
    }

    private void lookedAfter(String account, String model, String manager) {
        eventually("/customers/" + account + "/touch", touch -> {
            assertThat(touch.getString("model")).isEqualTo(model);
            assertThat(touch.getString("manager")).isEqualTo(manager);
        });
    }

    /** The score as the company wants it: more than half of it is what the customer does. */
    private void useCountsMost() {
        var model = company.created("success", success + "/score-models", """
                {"name":"Use first","minimumCoverage":"0.5","healthyFrom":"70","criticalBelow":"50","components":[
                 {"component":"LICENCES","weight":30,"scale":{"kind":"LINEAR","worst":"0","best":"0.8"}},
                 {"component":"CONSUMPTION","weight":30,"scale":{"kind":"LINEAR","worst":"-0.5","best":"0"}},
                 {"component":"NPS","weight":20,"scale":{"kind":"LINEAR","worst":"0","best":"10"}},
                 {"component":"PAYMENT","weight":20,"scale":{"kind":"LINEAR","worst":"30","best":"0"}}]}""");
        company.step("success", success + "/score-models/" + model, "shadows");
        company.step("success", success + "/score-models/" + model, "activations", """
                {"waiver":{"reason":"Nobody has left yet","signedBy":"Mila Horn"}}""")
                .statusCode(200);
    }

    /** In tech touch hints come by themselves. */
    private void writtenTo(String account) {
        eventually("/messages?accountId=" + account, messages -> {
            assertThat(messages.getList("items.template", String.class)).containsExactly("under-way");
            assertThat(messages.getString("items[0].recipient")).isEqualTo("anna@northwind.example");
        });
    }

    private static float contribution(JsonPath score, String component) {
        return score.getFloat("components.find { it.name == '" + component + "' }.contribution");
    }

    /** Twenty of the twenty-five, on each of the days. */
    private void use(String account, LocalDate... days) {
        var events = Stream.of(days)
                .flatMap(
                        day -> IntStream.range(0, USERS).mapToObj(user -> """
                        {"id":"%s-%d","source":"app","accountId":"%s","userId":"user-%d","metric":"lessons",
                         "quantity":"3","occurredAt":"%sT09:00:00Z"}""".formatted(day, user, account, user, day)))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
        company.as("success")
                .body(events)
                .post(success + "/usage-events")
                .then()
                .statusCode(202);
        eventually(
                "/customers/" + account + "/licences",
                licences -> assertThat(licences.getInt("active")).isEqualTo(USERS));
    }

    private void answer(String account, String respondent, int value) {
        company.created("success", success + "/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":%d,"respondent":"%s"}""".formatted(account, value, respondent));
    }

    private void benefitMeasuredAndConfirmed(String account, Offering offering) {
        var promise = company.read("success", success + "/promises?accountId=" + account)
                .getString("items[0].id");
        company.as("success")
                .body("{\"value\":\"71\",\"measuredOn\":\"2025-05-20\"}")
                .post(success + "/promises/" + promise + "/measurements")
                .then()
                .statusCode(201);
        company.step(
                        "success",
                        success + "/promises/" + promise,
                        "confirmations",
                        "{\"confirmedBy\":\"Anna Berger, HR head\"}")
                .body("status", equalTo("CONFIRMED"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> company.as("sales")
                        .get(stack.catalog("/value-propositions/" + offering.proposition()))
                        .then()
                        .body("evidence.confirmed", equalTo(1))
                        .body("evidence.latest[0].measured", equalTo("71")));
    }

    /** Nobody has used it for four weeks, and nobody says a word: the score has fallen by that alone, and tells so. */
    private void askedToLookAfterItAgain(String account) {
        eventually("/customers/" + account + "/score", score -> {
            assertThat(score.getFloat("score")).isLessThan(50);
            assertThat(contribution(score, "CONSUMPTION")).isZero();
        });
        assertThat(company.read("success", success + "/customers/" + account + "/engagement")
                        .getFloat("trend.change"))
                .isEqualTo(-1);
        var fall = company.read(
                "success", success + "/customers/" + account + "/score/changes?from=2025-05-10&to=2025-06-20");
        assertThat(fall.getList("parts.collect { it.component + ' ' + it.cause }", String.class))
                .containsExactlyInAnyOrder("LICENCES BEHAVIOUR", "CONSUMPTION BEHAVIOUR");
        assertThat(fall.getList("parts.points", BigDecimal.class).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(fall.getString("change"))
                .isLessThanOrEqualTo(BigDecimal.valueOf(-60));
        eventually("/tasks?status=OPEN&accountId=" + account, tasks -> {
            assertThat(tasks.getList("items.collect { it.kind + ': ' + it.reason }", String.class))
                    .contains("USAGE_DROP: Consumption fell by 100 % against the 28 days before")
                    .anySatisfy(
                            task -> assertThat(task).startsWith("SCORE_LOW: ").contains("LICENCES 0", "CONSUMPTION 0"))
                    .anySatisfy(task -> assertThat(task).contains("relapsed"));
            assertThat(tasks.getList("items.owner", String.class)).containsOnly("mila");
        });
        lookedAfter(account, "LOW", "mila");
    }

    private void oneBadMonthIsOwned() {
        eventually(
                "/cohort-cases",
                cases -> assertThat(cases.getList("items.findings.flatten()")).hasSizeGreaterThanOrEqualTo(3));
        var table = company.read("success", success + "/cohorts?from=2025-03&to=2025-04&ages=6&measure=logo");
        assertThat(table.getList("rows.cohort", String.class)).containsExactly("2025-03", "2025-04");
        assertThat(reds(table)).containsExactly("2025-04 at 2 RED_DOWN");
        var red = company.read("success", success + "/cohort-cases");
        assertThat(red.getList("items.cohort", String.class)).containsExactly("2025-04");
        assertThat(red.getString("items[0].month")).isEqualTo("2025-06");
        assertThat(red.getString("items[0].owner")).isEqualTo("success-team");
        assertThat(red.getString("items[0].findings[0].mark.reasons.kinds[0].kind"))
                .isEqualTo("CHURN");
        company.step(
                        "success",
                        success + "/cohort-cases/" + red.getString("items[0].id"),
                        "assignments",
                        "{\"owner\":\"mila\"}")
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("owner", equalTo("mila"));
    }

    private static Stream<String> reds(JsonPath table) {
        return IntStream.range(0, table.getList("rows").size())
                .boxed()
                .flatMap(row -> IntStream.rangeClosed(1, 6)
                        .filter(age -> String.valueOf(verdict(table, row, age)).startsWith("RED"))
                        .mapToObj(age -> "%s at %d %s"
                                .formatted(
                                        table.getString("rows[" + row + "].cohort"), age, verdict(table, row, age))));
    }

    private static String verdict(JsonPath table, int row, int age) {
        return table.getString("rows[" + row + "].cells[" + age + "].mark.verdict");
    }

    /** A month in which nothing is told of but the crowd. */
    private void month(int month, Crowd crowd) {
        clock(day(month, 10));
        crowd.buy(day(month, 10));
        clock(day(month, 20));
        crowd.leave(day(month, 20));
    }

    /** Moves the tenant's time to noon of a day. */
    private void clock(LocalDate day) {
        company.as("admin")
                .body("{\"now\":\"" + noon(day) + "\"}")
                .post(subscription + "/test-clock")
                .then()
                .statusCode(200)
                .body("failed", equalTo(0));
    }

    /** The time reaches the success-service by Kafka, and every score is computed anew. */
    private void followed(String account, LocalDate day) {
        eventually(
                "/customers/" + account + "/score",
                score ->
                        assertThat(Instant.parse(score.getString("computedAt"))).isAfterOrEqualTo(noon(day)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private void eventually(String path, Consumer<JsonPath> assertion) {
        await().atMost(PATIENCE).untilAsserted(() -> assertion.accept(company.read("success", success + path)));
    }
}
