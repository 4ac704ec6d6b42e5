package dev.rivulet.success.task;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskTest {

    private static final String DONE = "{\"outcome\":\"Two trainings agreed on\"}";

    private final Caller success = Caller.fresh();
    private UUID account;

    @BeforeEach
    void aCustomerWhoUsesHalfOfItsSeats() {
        account = success.customer(10);
        success.use(account, 4);
    }

    @Test
    void shouldOpenOnceAndAgainOnlyAfterItsCompletion() {
        success.answer(account, "hr-head", 7);
        assertThat(tasks("OPEN")).isEmpty();

        success.answer(account, "hr-head", 2);
        var task = tasks("OPEN").path(0);
        assertThat(tasks("OPEN")).hasSize(1);
        assertThat(task.path("kind").asText()).isEqualTo("SCORE_LOW");
        assertThat(task.path("reason").asText()).isEqualTo("Score 37.1 < 50: NPS 20.0 (-34.3), LICENCES 50.0 (-28.6)");
        assertThat(task.path("dueOn").asText()).isEqualTo(today().plusDays(3).toString());

        success.answer(account, "hr-head", 9);
        success.answer(account, "hr-head", 1);
        assertThat(tasks("OPEN")).hasSize(1);

        complete(task.path("id").asText(), "\"0\"", 200);
        assertThat(tasks("OPEN")).isEmpty();
        assertThat(tasks("DONE").at("/0/outcome").asText()).isEqualTo("Two trainings agreed on");

        success.answer(account, "other", 1);
        assertThat(tasks("OPEN")).as("it is no lower than it was").isEmpty();

        success.answer(account, "hr-head", 0);
        assertThat(tasks("OPEN")).hasSize(1);
        assertThat(tasks(null)).hasSize(2);
    }

    @Test
    void shouldBeCompletedOnceByOneWhoHasReadIt() {
        success.answer(account, "hr-head", 0);
        var id = tasks("OPEN").at("/0/id").asText();
        var etag = success.get("/tasks/" + id).then().statusCode(200).extract().header("ETag");

        success.post("/tasks/" + id + "/completions", DONE)
                .then()
                .statusCode(428)
                .body("code", equalTo("version-required"));
        complete(id, "\"7\"", 412);
        success.post("/tasks/" + id + "/completions", etag, "{\"outcome\":\" \"}")
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
    void shouldFilterAndPage() {
        success.answer(account, "hr-head", 0);
        var other = success.customer(10);
        success.answer(other, "hr-head", 0);
        success.eventually("/tasks", page -> assertThat(page.path("items")).hasSize(2));

        assertThat(success.json("/tasks?accountId=" + other).path("items")).hasSize(1);
        assertThat(success.json("/tasks?accountId=" + UUID.randomUUID()).path("items"))
                .isEmpty();
        var first = success.json("/tasks?limit=1");
        var second =
                success.json("/tasks?limit=1&cursor=" + first.path("nextCursor").asText());
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/0/id"));
        success.get("/tasks?status=LATE").then().statusCode(400).body("errors[0].pointer", equalTo("?status"));
        success.get("/tasks?accountId=acme").then().statusCode(400).body("errors[0].pointer", equalTo("?accountId"));
        success.get("/tasks?cursor=x").then().statusCode(400).body("code", equalTo("cursor-invalid"));
    }

    private void complete(String id, String etag, int status) {
        success.post("/tasks/" + id + "/completions", etag, DONE).then().statusCode(status);
    }

    private JsonNode tasks(String status) {
        return success.json("/tasks?accountId=" + account + (status == null ? "" : "&status=" + status))
                .path("items");
    }
}
