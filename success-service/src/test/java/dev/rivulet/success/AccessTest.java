package dev.rivulet.success;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.local.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what, for every operation. */
@QuarkusTest
class AccessTest {

    private static final List<String> READERS = List.of("sales", "success", "billing", "admin", "ops");
    private static final List<String> WRITERS = List.of("success", "admin");
    private static final List<String> MESSENGERS = List.of("sales", "success", "admin");

    /** Every operation of the committed contract, which is the one served. */
    static Stream<Arguments> operations() throws IOException {
        var operations = new ArrayList<Arguments>();
        var path = "";
        for (var line : Files.readAllLines(Path.of("openapi.yaml"))) {
            if (line.matches(" {2}/.*:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches(" {4}(get|put|post|patch|delete):")) {
                operations.add(arguments(line.strip().replace(":", "").toUpperCase(Locale.ROOT), path));
            }
        }
        assertThat(operations).hasSizeGreaterThan(160);
        return operations.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
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

    /** Whatever a query forgets: the database shows a tenant its own rows only, in every table that has any. */
    @Test
    void shouldKeepEveryTableToItsTenant() {
        assertThat(Sql.column("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'"
                        + " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')"
                        + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"))
                .isEmpty();
        assertThat(Sql.column("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM"
                        + " pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')"))
                .as("tables without a tenant")
                .containsExactlyInAnyOrder("flyway_schema_history");
    }

    /** What people need for their work they read; customers are the work of success; who may do more is said here. */
    private static List<String> allowed(String method, String path) {
        return switch (path.split("/")[1]) {
            case "dead-letters" -> method.equals("GET") ? List.of("ops", "admin") : List.of("admin");
            case "webhook-endpoints" -> method.equals("GET") ? MESSENGERS : List.of("admin");
            case "webhook-calls" -> method.equals("GET") ? List.of("sales", "success", "admin", "ops") : WRITERS;
            case "messages", "message-templates" -> method.equals("GET") ? MESSENGERS : WRITERS;
            case "message-settings" -> method.equals("GET") ? MESSENGERS : List.of("admin");
            case "task-stream" -> List.of("success", "admin", "ops");
            case "access-policy", "renewal-policy", "customer-attributes" ->
                method.equals("GET") ? READERS : List.of("admin");
            case "contacts" -> path.endsWith("/erasures") ? List.of("admin") : WRITERS;
            case "feedback", "requests", "releases" -> method.equals("GET") ? READERS : MESSENGERS;
            default -> method.equals("GET") ? READERS : WRITERS;
        };
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
        var id = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";
        // Of a stream the refusal of what it does not know is enough: it would go on for ever.
        var target = path.replace("ID", id)
                .replaceAll("\\{(manager|key|name|userId)}", "mila")
                .replace("{language}", "en")
                .replaceAll("\\{[a-zA-Z]+}", id)
                .replaceAll("^/task-stream$", "/task-stream?unknown=1");
        return method.equals("GET")
                ? caller.get(target)
                : caller.contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                        .body("{}")
                        .request(method, target);
    }
}
