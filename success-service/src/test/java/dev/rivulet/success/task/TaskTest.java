package dev.rivulet.success.task;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TaskTest {

    private static final String DONE = "{\"outcome\":\"RESOLVED\",\"note\":\"Two trainings agreed on\"}";

    private final Caller success = Caller.fresh();
    private UUID account;

    @BeforeEach
    void aCustomerWhoUsesHalfOfItsSeats() {
        success.deafToLowAnswers();
        account = success.customer(10);
        success.use(account, 4);
    }

    @Test
    void shouldOpenOnceHoweverOftenTheScoreFalls() {
        success.answer(account, "hr-head", 7);
        assertThat(tasks("OPEN")).isEmpty();

        success.answer(account, "hr-head", 2);
        var task = tasks("OPEN").path(0);
        assertThat(tasks("OPEN")).hasSize(1);
        assertThat(task.path("kind").asText()).isEqualTo("SCORE_LOW");
        assertThat(task.path("severity").asText()).isEqualTo("HIGH");
        assertThat(task.path("queue").asText()).isEqualTo("success");
        assertThat(task.path("reason").asText()).isEqualTo("Score 37.1 < 50: NPS 20.0 (-34.3), LICENCES 50.0 (-28.6)");
        assertThat(task.path("dueOn").asText()).isEqualTo(today().plusDays(3).toString());

        success.answer(account, "hr-head", 9);
        success.answer(account, "hr-head", 1);
        assertThat(tasks("OPEN")).hasSize(1);

        complete(task.path("id").asText(), "\"0\"", 200);
        assertThat(tasks("OPEN")).isEmpty();
        assertThat(tasks("DONE").at("/0/note").asText()).isEqualTo("Two trainings agreed on");
        assertThat(tasks("DONE").at("/0/completedBy").asText()).isEqualTo("success@" + success.tenant());

        success.answer(account, "hr-head", 0);
        assertThat(tasks(null)).as("the rule cools down").hasSize(1);
    }

    @Test
    void shouldOpenByHandWithTheMoneyAtStake() {
        success.answer(account, "hr-head", 2);
        var body = """
                {"accountId":"%s","reason":" Send the plan ","dueOn":"%s","owner":"mila","escalateTo":"@admin"}""";
        var first = success.post("/tasks", body.formatted(account, today()));
        first.then().statusCode(201).header("ETag", "\"0\"").body("kind", equalTo("MANUAL"));
        var task = success.json("/tasks/" + first.path("id"));
        assertThat(task.path("reason").asText()).isEqualTo("Send the plan");
        assertThat(task.path("severity").asText()).isEqualTo("MEDIUM");
        assertThat(task.path("owner").asText()).isEqualTo("mila");
        assertThat(task.path("dueOn").asText()).isEqualTo(today().toString());
        assertThat(task.at("/moneyAtRisk/amount").asText()).isEqualTo("49.00");
        success.post("/tasks", body.formatted(account, today())).then().statusCode(201);
        assertThat(success.json("/tasks?kind=MANUAL").path("items")).hasSize(2);
        complete(first.path("id"), "\"0\"", 200);

        var other = success.customer(1);
        var free = success.post("/tasks", "{\"reason\":\"Write the report\",\"dueOn\":\"" + today() + "\"}");
        free.then().statusCode(201);
        success.post("/tasks", """
                {"accountId":"%s","reason":"Call","dueOn":"%s","severity":"URGENT","queue":"sales"}""".formatted(other, today().plusDays(365)))
                .then()
                .statusCode(201)
                .body("queue", equalTo("sales"));
        var byMoney = success.json("/tasks?sort=-moneyAtRisk").path("items");
        assertThat(byMoney).hasSize(4);
        assertThat(byMoney.path(0).at("/moneyAtRisk/amount").asText()).isEqualTo("49.00");
        assertThat(byMoney.path(3).path("id").asText())
                .isEqualTo(free.path("id").toString());
        assertThat(byMoney.path(3).has("moneyAtRisk")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"dueOn":"TODAY"}                                                        | 400 | /reason
            {"reason":" ","dueOn":"TODAY"}                                           | 400 | /reason
            {"reason":"x"}                                                           | 400 | /dueOn
            {"reason":"x","dueOn":"1999-12-31"}                                      | 400 | /dueOn
            {"reason":"x","dueOn":"YESTERDAY"}                                       | 422 | /dueOn
            {"reason":"x","dueOn":"TOO_LATE"}                                        | 422 | /dueOn
            {"reason":"x","dueOn":"TODAY","owner":"@admin"}                          | 400 | /owner
            {"reason":"x","dueOn":"TODAY","queue":"Sales"}                           | 400 | /queue
            {"reason":"x","dueOn":"TODAY","severity":"BAD"}                          | 400 | /severity
            {"reason":"x","dueOn":"TODAY","kind":"SCORE_LOW"}                        | 400 | /kind
            {"reason":"x","dueOn":"TODAY","accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60"} | 422 | /accountId
            """)
    void shouldSayWhatIsWrongWithATaskByHand(String body, int status, String pointer) {
        success.post(
                        "/tasks",
                        body.replace("TODAY", today().toString())
                                .replace("YESTERDAY", today().minusDays(1).toString())
                                .replace("TOO_LATE", today().plusDays(366).toString()))
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void shouldGiveItsReasonInTheReadersLanguage() {
        success.answer(account, "hr-head", 2);
        var id = onlyTask();
        success.http()
                .header("Accept-Language", "ru")
                .get("/tasks/" + id)
                .then()
                .header("Content-Language", "ru")
                .header("Vary", "Accept-Language")
                .body("reason", equalTo("Оценка 37.1 < 50: NPS 20.0 (-34.3), ЛИЦЕНЗИИ 50.0 (-28.6)"))
                .body("reasonCode", equalTo("score-low"));
    }

    @Test
    void shouldBeCompletedOnceByOneWhoHasReadIt() {
        success.answer(account, "hr-head", 0);
        var id = onlyTask();
        var etag = success.get("/tasks/" + id).then().statusCode(200).extract().header("ETag");

        success.post("/tasks/" + id + "/completions", DONE)
                .then()
                .statusCode(428)
                .body("code", equalTo("version-required"));
        complete(id, "\"7\"", 412);
        success.post("/tasks/" + id + "/completions", etag, "{\"note\":\"x\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/outcome"));
        success.post("/tasks/" + id + "/completions", etag, "{\"outcome\":\"GREAT\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/outcome"));
        complete(id, etag, 200);
        complete(id, etag, 412);
        success.post("/tasks/" + id + "/completions", "\"1\"", DONE)
                .then()
                .statusCode(409)
                .body("code", equalTo("task-done"));
    }

    @Test
    void shouldBeGivenToSomebodyPutOffAndOpenedAgain() {
        success.answer(account, "hr-head", 0);
        var path = "/tasks/" + onlyTask();

        success.post(path + "/assignments", "\"0\"", "{\"owner\":\"mila\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("owner", equalTo("mila"));
        assertThat(items("/tasks?owner=mila&sort=dueOn")).hasSize(1);
        assertThat(items("/tasks?queue=success")).isEmpty();
        refused(success.post(path + "/assignments", "\"1\"", "{\"owner\":\"@admin\"}"), 400, "validation-failed");
        success.post(path + "/assignments", "\"1\"", "{}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        assertThat(items("/tasks?queue=success")).hasSize(1);

        refused(success.post(path + "/snoozes", "\"2\"", "{\"until\":\"" + today() + "\"}"), 422, "snooze-past");
        success.post(path + "/snoozes", "\"2\"", "{\"until\":\"" + today().plusDays(2) + "\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("SNOOZED"))
                .body("snoozedUntil", equalTo(today().plusDays(2).toString()));
        assertThat(items("/tasks?sort=dueOn")).as("an inbox shows what is open").isEmpty();
        success.answer(account, "hr-head", 9);
        success.answer(account, "hr-head", 0);
        assertThat(tasks(null)).as("one put off still waits").hasSize(1);

        refused(success.post(path + "/reopenings", "\"3\"", "{\"note\":\"x\"}"), 409, "task-not-done");
        success.post(path + "/completions", "\"3\"", DONE).then().statusCode(200);
        refused(success.post(path + "/snoozes", "\"4\"", "{\"until\":\"2099-01-01\"}"), 409, "task-done");
        success.post(path + "/reopenings", "\"4\"", "{\"note\":\"It was called off\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("note", equalTo("It was called off"))
                .body("outcome", equalTo(null));
    }

    @Test
    void shouldFilterSortAndPage() {
        success.answer(account, "hr-head", 0);
        var other = success.customer(10);
        success.answer(other, "hr-head", 0);
        success.eventually("/tasks", page -> assertThat(page.path("items")).hasSize(2));

        assertThat(items("/tasks?accountId=" + other)).hasSize(1);
        assertThat(items("/tasks?accountId=" + UUID.randomUUID())).isEmpty();
        assertThat(items("/tasks?severity=URGENT")).isEmpty();
        assertThat(items("/tasks?severity=MEDIUM&kind=SCORE_LOW&sort=-severity"))
                .hasSize(2);
        assertThat(items("/tasks?kind=COHORT_CASE")).isEmpty();
        assertThat(items("/tasks?dueBefore=" + today())).isEmpty();
        assertThat(items("/tasks?dueBefore=" + today().plusDays(4))).hasSize(2);
        for (var sort : new String[] {"openedAt", "dueOn", "-severity", "-moneyAtRisk"}) {
            var first = success.json("/tasks?limit=1&sort=" + sort);
            var second = success.json("/tasks?limit=1&sort=" + sort + "&cursor="
                    + first.path("nextCursor").asText());
            assertThat(first.path("items")).as(sort).hasSize(1);
            assertThat(second.path("items")).as(sort).hasSize(1);
            assertThat(second.at("/items/0/id")).as(sort).isNotEqualTo(first.at("/items/0/id"));
            assertThat(second.has("nextCursor")).as(sort).isFalse();
        }
        var cursor =
                success.json("/tasks?limit=1&sort=dueOn").path("nextCursor").asText();
        refused(success.get("/tasks?sort=-severity&cursor=" + cursor), 400, "cursor-invalid");
        refused(success.get("/tasks?sort=owner"), 400, "sort-unknown");
        success.get("/tasks?status=LATE").then().statusCode(400).body("errors[0].pointer", equalTo("?status"));
        success.get("/tasks?accountId=acme").then().statusCode(400).body("errors[0].pointer", equalTo("?accountId"));
        success.get("/tasks?dueBefore=soon").then().statusCode(400).body("errors[0].pointer", equalTo("?dueBefore"));
        refused(success.get("/tasks?cursor=x"), 400, "cursor-invalid");
    }

    private static void refused(Response response, int status, String code) {
        response.then().statusCode(status).body("code", equalTo(code));
    }

    private void complete(String id, String etag, int status) {
        success.post("/tasks/" + id + "/completions", etag, DONE).then().statusCode(status);
    }

    private String onlyTask() {
        assertThat(tasks("OPEN")).hasSize(1);
        return tasks("OPEN").at("/0/id").asText();
    }

    private JsonNode tasks(String status) {
        return items("/tasks?accountId=" + account + (status == null ? "" : "&status=" + status));
    }

    private JsonNode items(String path) {
        return success.json(path).path("items");
    }
}
