package dev.rivulet.success.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.problem.domain.Severity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemTest {

    @Inject
    Problems problems;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();

    @Test
    void shouldFollowAProblemUntilItIsSolved() {
        var account = success.customer(10);
        var id = open(account, "HIGH", "\"openedAt\":\"2025-03-01T09:00:00Z\",\"feature\":\"certificates\"");
        var path = "/problems/" + id;
        success.get(path)
                .then()
                .header("ETag", "\"0\"")
                .body("state", equalTo("OPEN"))
                .body("firstResponseAt", nullValue());

        move(path, 0, "IN_PROGRESS", "2025-03-01T10:00:00Z").then().statusCode(200);
        move(path, 1, "RESOLVED", "2025-03-02T10:00:00Z")
                .then()
                .statusCode(200)
                .body("firstResponseAt", equalTo("2025-03-01T10:00:00Z"))
                .body("resolvedAt", equalTo("2025-03-02T10:00:00Z"));
        move(path, 2, "IN_PROGRESS", "2025-03-03T10:00:00Z")
                .then()
                .statusCode(200)
                .body("reopened", equalTo(1))
                .body("resolvedAt", nullValue());
        move(path, 3, "CLOSED", "2025-03-03T11:00:00Z").then().statusCode(409).body("code", equalTo("problem-move"));
        move(path, 3, "RESOLVED", "2025-03-04T10:00:00Z").then().statusCode(200);
        move(path, 4, "CLOSED", "2025-03-05T10:00:00Z")
                .then()
                .statusCode(200)
                .body("closedAt", equalTo("2025-03-05T10:00:00Z"));
        move(path, 4, "CLOSED", "2025-03-05T10:00:00Z").then().statusCode(412);

        var moves = success.json("/customers/" + account + "/timeline?kind=PROBLEM_MOVED");
        assertThat(moves.path("items").findValuesAsText("state"))
                .containsExactly("CLOSED", "RESOLVED", "IN_PROGRESS", "RESOLVED", "IN_PROGRESS");
        assertThat(success.json("/customers/" + account).path("problems")).isEmpty();
    }

    @Test
    void shouldKnowATicketByItsIdElsewhere() {
        var account = success.customer(10);
        var ticket = "\"source\":\"helpdesk\",\"externalId\":\"T-1\"";
        var id = open(account, "LOW", ticket);
        register(account, "CRITICAL", ticket)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("severity", equalTo("LOW"));
        assertThat(open(account, "LOW", "\"source\":\"helpdesk\",\"externalId\":\"T-2\""))
                .isNotEqualTo(id);
        register(account, "LOW", "\"source\":\"helpdesk\"")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("ticket-incomplete"));
        assertThat(success.json("/problems").path("items")).hasSize(2);
    }

    @Test
    void shouldCountWhatIsUnsolvedBySeverity() {
        var account = success.customer(10);
        var other = success.customer(10);
        open(account, "CRITICAL", null);
        open(account, "LOW", null);
        var waiting = open(account, "LOW", null);
        var solved = open(account, "HIGH", null);
        open(other, "MEDIUM", null);
        move("/problems/" + waiting, 0, "WAITING", null).then().statusCode(200);
        move("/problems/" + solved, 0, "RESOLVED", null).then().statusCode(200);

        var open = tenants.as(
                success.tenant(),
                () -> QuarkusTransaction.requiringNew().call(() -> problems.open(List.of(account, UUID.randomUUID()))));

        assertThat(open).containsOnlyKeys(account);
        assertThat(open.get(account)).containsOnlyKeys(Severity.CRITICAL, Severity.LOW);
        assertThat(open.get(account).get(Severity.LOW)).isEqualTo(2);
        assertThat(success.json("/problems?open=true").path("items")).hasSize(4);
        assertThat(success.json("/problems?open=false&accountId=" + account).path("items"))
                .hasSize(1);
        assertThat(success.json("/problems?severity=LOW&state=WAITING").path("items"))
                .hasSize(1);
        assertThat(success.json("/customers/" + account).path("problems")).hasSize(3);
    }

    @Test
    void shouldChangeWhatIsSaidOfIt() {
        var account = success.customer(10);
        var path = "/problems/" + open(account, "LOW", "\"feature\":\"certificates\"");
        success.patch(path, "\"0\"", "{\"severity\":\"CRITICAL\",\"feature\":null}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("severity", equalTo("CRITICAL"))
                .body("feature", nullValue());
        success.patch(path, "\"1\"", "{\"state\":\"CLOSED\"}")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("unknown-property"));
        success.patch(path, "\"1\"", "{\"contactId\":\"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("contact-unknown"));
        Caller.fresh().patch(path, "\"1\"", "{}").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":"t","severity":"LOW"}                                   | 400 | /accountId | value-missing
            {"accountId":"ID","severity":"LOW"}                              | 400 | /title     | value-missing
            {"accountId":"ID","title":"t","severity":"HUGE"}                 | 400 | /severity  | value-invalid
            {"accountId":"ID","title":"t","severity":"LOW"}                  | 422 | /accountId | account-unknown
            {"accountId":"ID","title":"t","severity":"LOW","state":"OPEN"}   | 400 | /state     | unknown-property
            """)
    void shouldPointAtTheFault(String body, int status, String pointer, String code) {
        success.post("/problems", body.replace("ID", Producer.named("nobody").toString()))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private String open(UUID account, String severity, String more) {
        return register(account, severity, more)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response register(UUID account, String severity, String more) {
        return success.post("/problems", """
                {"accountId":"%s","title":"Certificates","severity":"%s"%s}""".formatted(account, severity, more == null ? "" : "," + more));
    }

    private Response move(String path, int version, String state, String at) {
        return success.post(
                path + "/moves",
                "\"" + version + "\"",
                "{\"state\":\"" + state + "\"" + (at == null ? "" : ",\"at\":\"" + at + "\"") + "}");
    }
}
