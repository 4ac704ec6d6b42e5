package dev.rivulet.success;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.local.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, for every operation. */
@QuarkusTest
class AccessTest {

    private static final List<String> READERS = List.of("sales", "success", "billing", "admin", "ops");
    private static final List<String> WRITERS = List.of("success", "admin");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /customers",
        "GET, /customers/ID",
        "GET, /customers/ID/consumption",
        "GET, /customers/ID/consumption/csv",
        "GET, /customers/ID/engagement",
        "GET, /customers/ID/licences",
        "GET, /customers/ID/licence-assignments",
        "PUT, /customers/ID/licence-assignments",
        "PUT, /customers/ID/licence-assignments/user",
        "DELETE, /customers/ID/licence-assignments/user",
        "GET, /customers/ID/usage-corrections",
        "GET, /usage-conflicts",
        "GET, /metrics/licences",
        "GET, /metrics/usage-retention",
        "GET, /customers/ID/score",
        "GET, /customers/ID/score/history",
        "GET, /customers/ID/score/changes",
        "GET, /scores",
        "GET, /renewals",
        "GET, /renewals/forecast",
        "GET, /renewals/precision",
        "GET, /customers/ID/qbr",
        "GET, /score-models",
        "POST, /score-models",
        "GET, /score-models/ID",
        "PATCH, /score-models/ID",
        "POST, /score-models/ID/shadows",
        "POST, /score-models/ID/activations",
        "POST, /score-models/ID/retirements",
        "GET, /score-models/ID/backtests",
        "POST, /score-models/ID/backtests",
        "GET, /score-models/ID/backtests/ID",
        "GET, /score-models/ID/comparisons",
        "GET, /score-models/ID/replays/ID",
        "GET, /customers/ID/timeline",
        "POST, /customers/ID/notes",
        "POST, /usage-events",
        "POST, /survey-answers",
        "GET, /survey-answers/ID",
        "GET, /survey-answers",
        "GET, /metrics/nps",
        "GET, /metrics/retention-report",
        "GET, /metrics/policy-comparison",
        "GET, /cohorts",
        "GET, /cohort-changes",
        "GET, /cohort-cases",
        "GET, /cohort-cases/ID",
        "POST, /cohort-cases/ID/assignments",
        "POST, /cohort-cases/ID/closures",
        "GET, /metrics/csat",
        "GET, /metrics/ces",
        "POST, /surveys",
        "GET, /surveys",
        "GET, /surveys/ID",
        "POST, /surveys/ID/revisions",
        "GET, /surveys/ID/revisions",
        "POST, /surveys/ID/activations",
        "POST, /surveys/ID/closings",
        "GET, /surveys/ID/results",
        "GET, /surveys/ID/comments",
        "POST, /surveys/ID/waves",
        "GET, /surveys/ID/waves",
        "POST, /surveys/ID/waves/ID/stops",
        "GET, /survey-invitations",
        "GET, /survey-invitations/ID",
        "POST, /survey-invitations/ID/links",
        "POST, /survey-invitations/ID/dismissals",
        "GET, /survey-settings",
        "PUT, /survey-settings",
        "GET, /tasks",
        "GET, /tasks/ID",
        "POST, /tasks/ID/assignments",
        "POST, /tasks/ID/snoozes",
        "POST, /tasks/ID/completions",
        "POST, /tasks/ID/reopenings",
        "GET, /trigger-rules",
        "GET, /trigger-rules/ID",
        "POST, /trigger-rules",
        "PATCH, /trigger-rules/ID",
        "GET, /trigger-rules/ID/revisions",
        "GET, /trigger-rules/ID/precision",
        "GET, /customers/ID/touch",
        "POST, /customers/ID/touch-changes",
        "GET, /managers",
        "GET, /managers/mila/capacity",
        "PUT, /managers/mila/capacity",
        "GET, /managers/mila/customers",
        "GET, /manager-waiting-list",
        "GET, /journeys",
        "POST, /journeys",
        "GET, /journeys/ID",
        "PATCH, /journeys/ID",
        "POST, /journeys/ID/editions",
        "POST, /journeys/ID/publications",
        "GET, /journeys/ID/enrolments",
        "GET, /customers/ID/journey",
        "POST, /customers/ID/journeys",
        "POST, /customers/ID/journey/pauses",
        "POST, /customers/ID/journey/resumptions",
        "POST, /customers/ID/journey/stops",
        "GET, /promises",
        "GET, /promises/ID",
        "POST, /promises/ID/measurements",
        "POST, /promises/ID/confirmations",
        "GET, /customers/ID/care",
        "PATCH, /customers/ID/care",
        "GET, /customers/ID/interactions",
        "POST, /customers/ID/interactions",
        "GET, /customer-attributes",
        "PUT, /customer-attributes/industry",
        "DELETE, /customer-attributes/industry",
        "GET, /access-policy",
        "PUT, /access-policy",
        "GET, /problems",
        "POST, /problems",
        "GET, /problems/ID",
        "PATCH, /problems/ID",
        "POST, /problems/ID/moves",
        "GET, /feedback",
        "POST, /feedback",
        "GET, /feedback/ID",
        "PATCH, /feedback/ID",
        "DELETE, /feedback/ID",
        "POST, /contacts/ID/exports",
        "POST, /contacts/ID/erasures",
        "GET, /promises/ID/measurements",
        "GET, /promises/ID/history",
        "POST, /promises/ID/computed-measurements",
        "POST, /promises/ID/contests",
        "POST, /promises/ID/extensions",
        "POST, /promises/ID/links",
        "GET, /metrics/promises",
    })
    void shouldBeForItsRolesOnly(String method, String path) {
        var tenant = "t-" + UUID.randomUUID();
        var allowed = allowed(method, path);
        for (var role : List.of("sales", "success", "billing", "admin", "ops", "partner", "stranger")) {
            var status = call(as(tenant, role), method, path).statusCode();
            if (allowed.contains(role) == (status == 403)) {
                throw new AssertionError(role + " got " + status);
            }
        }
        refused(given(), method, path, 401, "token-missing");
        refused(given().header("Authorization", Tokens.expired(tenant, "admin")), method, path, 401, "token-missing");
        refused(given().header("Authorization", Tokens.forged(tenant, "admin")), method, path, 401, "token-missing");
        refused(as(null, "admin"), method, path, 403, "tenant-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "/customers/ID",
        "/customers/ID/consumption",
        "/customers/ID/consumption/csv",
        "/customers/ID/engagement",
        "/customers/ID/licences",
        "/customers/ID/licence-assignments",
        "/customers/ID/usage-corrections",
        "/customers/ID/score",
        "/customers/ID/score/history",
        "/customers/ID/score/changes",
        "/score-models/ID",
        "/score-models/ID/backtests",
        "/score-models/ID/backtests/ID",
        "/score-models/ID/comparisons",
        "/score-models/ID/replays/ID",
        "/survey-answers/ID",
        "/surveys/ID",
        "/surveys/ID/results",
        "/survey-invitations/ID",
        "/promises/ID/history",
        "/tasks/ID",
        "/trigger-rules/ID",
        "/trigger-rules/ID/revisions",
        "/trigger-rules/ID/precision",
        "/promises/ID",
        "/cohort-cases/ID",
        "/customers/ID/timeline",
        "/customers/ID/care",
        "/customers/ID/interactions",
        "/problems/ID",
        "/feedback/ID",
    })
    void shouldNotFindWhatIsNotThere(String path) {
        call(as("t-" + UUID.randomUUID(), "admin"), "GET", path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void shouldHideEverythingFromAnotherTenant() {
        var success = Caller.fresh();
        var stranger = Caller.fresh();
        var account = success.customer(10);
        success.use(account, 1);
        success.post("/survey-answers", """
            {"accountId":"%s","kind":"NPS","value":0,"respondent":"r"}\
            """.formatted(account));
        var task = success.json("/tasks").at("/items/0/id").asText();
        var promise = success.json("/promises").at("/items/0/id").asText();
        var model = Caller.tree(success.post("/score-models", """
            {"name":"Ours","minimumCoverage":"0.5","healthyFrom":"70","criticalBelow":"50","components":[
            {"component":"NPS","weight":100,"scale":{"kind":"LINEAR","worst":"0","best":"10"}}]}\
            """).asString())
                .path("id")
                .asText();
        var base = "/customers/" + account;

        for (var path : Arrays.asList(
                base,
                base + "/consumption",
                base + "/consumption/csv",
                base + "/engagement",
                base + "/licences",
                base + "/licence-assignments",
                base + "/usage-corrections",
                base + "/score",
                base + "/score/history",
                base + "/score/changes",
                "/score-models/" + model,
                base + "/timeline",
                "/tasks/" + task,
                "/promises/" + promise)) {
            success.get(path).then().statusCode(200);
            stranger.get(path).then().statusCode(404);
        }
        stranger.http().put(base + "/licence-assignments/user").then().statusCode(404);
        stranger.http()
                .contentType("application/json")
                .body("{\"userIds\":[]}")
                .put(base + "/licence-assignments")
                .then()
                .statusCode(404);
        for (var path :
                List.of("/customers", "/scores", "/tasks", "/promises", "/usage-conflicts", "/metrics/licences")) {
            stranger.get(path).then().statusCode(200).body("items", hasSize(0));
        }
        stranger.post("/tasks/" + task + "/completions", "\"0\"", "{\"outcome\":\"RESOLVED\"}")
                .then()
                .statusCode(404);
        stranger.post("/promises/" + promise + "/measurements", "{\"value\":\"1\",\"measuredOn\":\"2025-01-01\"}")
                .then()
                .statusCode(404);
        stranger.post("/score-models/" + model + "/shadows", "\"0\"", "{}")
                .then()
                .statusCode(404);
        stranger.post("/score-models/" + model + "/backtests", "{\"from\":\"2024-01-01\",\"to\":\"2024-02-01\"}")
                .then()
                .statusCode(404);
        stranger.post("/promises/" + promise + "/confirmations", "\"0\"", "{\"confirmedBy\":\"x\"}")
                .then()
                .statusCode(404);
    }

    private static List<String> allowed(String method, String path) {
        if (method.equals("GET")) {
            return READERS;
        }
        if (path.startsWith("/customer-attributes") || path.equals("/access-policy") || path.endsWith("/erasures")) {
            return List.of("admin");
        }
        return path.startsWith("/feedback") ? List.of("sales", "success", "admin") : WRITERS;
    }

    private static RequestSpecification as(String tenant, String role) {
        return given().header("Authorization", Tokens.bearer(tenant, role));
    }

    private static void refused(RequestSpecification caller, String method, String path, int status, String code) {
        call(caller, method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static Response call(RequestSpecification caller, String method, String path) {
        var target = path.replace("ID", "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60");
        return method.equals("GET")
                ? caller.get(target)
                : caller.contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                        .body("{}")
                        .request(method, target);
    }
}
