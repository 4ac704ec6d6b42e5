package dev.rivulet.success.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.local.Tokens;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskStreamTest {

    private final Caller success = Caller.fresh();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void watchOneRule() {
        success.deafToLowAnswers();
    }

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void shouldTellAnInboxWhatHappensAndGoOnWhereItWasLeft() throws Exception {
        var first = watch("?queue=success", null);
        var account = success.customer(10);
        success.use(account, 4);
        success.answer(account, "hr-head", 0);
        until(first, "event:OPENED");
        assertThat(data(first)).contains("Score").contains(account.toString());
        var seen = lastId(first);
        var id = success.json("/tasks?accountId=" + account).at("/items/0/id").asText();

        success.post("/tasks/" + id + "/assignments", "\"0\"", "{\"owner\":\"mila\"}")
                .then()
                .statusCode(200);
        until(first, "event:TAKEN_AWAY");
        assertThat(first).doesNotContain("event:ASSIGNED");

        var mila = watch("?owner=mila", seen);
        until(mila, "event:ASSIGNED");
        success.post("/tasks/" + id + "/completions", "\"1\"", "{\"outcome\":\"RESOLVED\"}")
                .then()
                .statusCode(200);
        until(mila, "event:COMPLETED");

        var again = watch("?owner=mila", lastId(mila));
        until(again, "event:ready");
        success.post("/tasks/" + id + "/reopenings", "\"2\"", "{\"note\":\"x\"}")
                .then()
                .statusCode(200);
        until(again, "event:REOPENED");
        assertThat(again).doesNotContain("event:COMPLETED");
    }

    @Test
    void shouldTellWhenWhatWasPutOffHasBecomeWorse() throws Exception {
        success.post("/trigger-rules", """
                        {"name":"Recommendation","condition":{"kind":"SCORE_BELOW","component":"NPS","at":"50","worsening":"20"},
                        "cooldownDays":0,"owner":"mila"}""").then().statusCode(201);
        var mila = watch("?owner=mila", null);
        var account = success.customer(10);
        success.use(account, 4);
        success.answer(account, "hr-head", 4);
        until(mila, "event:OPENED");
        var id = success.json("/tasks?owner=mila").at("/items/0/id").asText();
        success.post(
                        "/tasks/" + id + "/snoozes",
                        "\"0\"",
                        "{\"until\":\"" + Caller.today().plusDays(14) + "\"}")
                .then()
                .statusCode(200);
        until(mila, "event:SNOOZED");
        success.answer(account, "hr-head", 2);
        until(mila, "event:WORSENED");
        assertThat(data(mila)).contains(id).contains("NPS 20.0 < 50").contains("\"status\":\"OPEN\"");
    }

    @Test
    void shouldTellAnotherTenantNothing() throws Exception {
        var stranger = new Caller("t-" + UUID.randomUUID(), "success");
        var theirs = watch(stranger, "?queue=success", null);
        var ours = watch("?queue=success", null);
        var account = success.customer(10);
        success.use(account, 4);
        success.answer(account, "hr-head", 0);
        until(ours, "event:OPENED");
        assertThat(theirs).anyMatch(line -> line.equals("event:ready")).noneMatch(line -> line.contains("OPENED"));
    }

    /** What one owns oneself, and of what others own or nobody only what is of one's customers. */
    @Test
    void shouldTellOfOwnCustomersOnly() throws Exception {
        var admin = success.inRole("admin");
        var me = "success@" + success.tenant();
        var mine = success.customer(10);
        var theirs = success.customer(10);
        admin.patch("/customers/" + mine + "/care", "\"0\"", "{\"manager\":\"" + me + "\"}")
                .then()
                .statusCode(200);
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);
        for (var inbox : List.of("?queue=success", "?owner=mila")) {
            var owner = inbox.startsWith("?owner") ? ",\"owner\":\"mila\"" : "";
            var all = watch(admin, inbox, null);
            var own = watch(inbox, null);
            openTask(theirs, owner);
            openTask(mine, owner);
            until(own, "event:OPENED");
            assertThat(data(own)).contains(mine.toString());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> all.stream().anyMatch(line -> line.contains(mine.toString())));
            assertThat(all).anyMatch(line -> line.contains(theirs.toString()));
            assertThat(own).noneMatch(line -> line.contains(theirs.toString()));
        }
    }

    @Test
    void shouldBeTheCallersOwnInboxWhereNoneIsNamed() throws Exception {
        var own = watch("", null);
        var account = success.customer(10);
        openTask(account, "");
        openTask(account, ",\"owner\":\"mila\"");
        openTask(account, ",\"owner\":\"success@" + success.tenant() + "\"");
        until(own, "event:OPENED");
        assertThat(own.stream().filter(line -> line.equals("event:OPENED"))).hasSize(1);
        assertThat(data(own)).contains("\"owner\":\"success@" + success.tenant() + "\"");
    }

    private void openTask(UUID account, String more) {
        success.inRole("admin")
                .post("/tasks", """
                        {"accountId":"%s","reason":"Call them","dueOn":"%s"%s}""".formatted(account, Caller.today().plusDays(7), more))
                .then()
                .statusCode(201);
    }

    @Test
    void shouldSayWhenItHasForgotten() throws Exception {
        var lines = watch("?owner=mila", "1-1700000000");
        until(lines, "event:reset");
    }

    @Test
    void shouldRefuseAnIdThatIsNone() {
        success.http()
                .header("Last-Event-ID", "yesterday")
                .get("/task-stream")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        success.http().get("/task-stream?who=me").then().statusCode(400).body("code", equalTo("unknown-parameter"));
        success.inRole("partner").http().get("/task-stream").then().statusCode(403);
    }

    private List<String> watch(String query, @Nullable String after) throws IOException, InterruptedException {
        return watch(success, query, after);
    }

    private List<String> watch(Caller caller, String query, @Nullable String after)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/task-stream" + query))
                .header("Authorization", Tokens.bearer(caller.tenant(), caller.role()))
                .header("Accept", "text/event-stream");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        var lines = new CopyOnWriteArrayList<String>();
        var response = http.send(request.build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> {
            try {
                response.body().forEach(line -> lines.add(line.replaceFirst(": ", ":")));
            } catch (UncheckedIOException closed) {
                // The test is over.
            }
        });
        until(lines, after == null ? "event:ready" : "id:" + after);
        return lines;
    }

    private static void until(List<String> lines, String line) {
        await().atMost(Duration.ofSeconds(60)).until(() -> lines.contains(line));
    }

    private static String lastId(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((one, other) -> other)
                .orElseThrow()
                .substring(3);
    }

    private static String data(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
