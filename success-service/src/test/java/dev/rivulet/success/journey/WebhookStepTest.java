package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookStepTest {

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");

    @Test
    void shouldTellAnotherSystemOnceAndSigned() {
        try (var receiver = new Receiver()) {
            var secret = endpoint("crm", receiver);
            var journey = journey("told", false);
            var account = success.customer(10);
            var enrolment = enrol(account);
            var call = delivered(told(account));
            assertThat(receiver.calls).hasSize(1);
            var request = receiver.calls.getFirst();
            assertThat(request.isSignedWith(secret)).isTrue();
            assertThat(request.id()).isEqualTo(call.path("id").asText());
            var body = request.json();
            assertThat(names(body))
                    .containsExactly(
                            "type",
                            "enrolmentId",
                            "journeyId",
                            "journeyKey",
                            "edition",
                            "step",
                            "accountId",
                            "dueAt",
                            "takenAt");
            assertThat(body.path("type").asText()).isEqualTo("journey.step");
            assertThat(body.path("enrolmentId").asText()).isEqualTo(enrolment);
            assertThat(body.path("journeyId").asText()).isEqualTo(journey);
            assertThat(body.path("journeyKey").asText()).isEqualTo("told");
            assertThat(body.path("edition").asInt()).isEqualTo(1);
            assertThat(body.path("step").asText()).isEqualTo("tell");
            assertThat(body.path("accountId").asText()).isEqualTo(account.toString());
            var taken = success.json("/customers/" + account + "/journey").at("/taken/0");
            assertThat(body.path("dueAt")).isEqualTo(taken.path("dueAt"));
            assertThat(body.path("takenAt")).isEqualTo(taken.path("takenAt"));
            assertThat(call.path("body")).isEqualTo(body);
            assertThat(call.path("endpoint").asText()).isEqualTo("crm");
            assertThat(call.path("attempts").asInt()).isEqualTo(1);

            // What comes after it gets through while it does not come again.
            var other = success.customer(10);
            enrol(other);
            delivered(told(other));
            assertThat(receiver.calls)
                    .extracting(Receiver.Call::id)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
            success.get("/webhook-calls?accountId=" + account)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo(request.id()));
            success.get("/webhook-calls?status=DELIVERED").then().body("items", hasSize(2));
            success.get("/webhook-calls?status=FAILED").then().body("items", hasSize(0));
            success.get("/webhook-calls?status=LOST").then().statusCode(400);
        }
    }

    @Test
    void shouldTryAgainWhileTheJourneyGoesOn() {
        try (var receiver = new Receiver(503, 500)) {
            var secret = endpoint("crm", receiver);
            journey("told", false);
            var account = success.customer(10);
            enrol(account);
            var call = told(account);
            failed(call, 1, "webhook-answered-503");
            hurry(call);
            failed(call, 2, "webhook-answered-500");
            hurry(call);
            var delivered = delivered(call);
            assertThat(delivered.path("attempts").asInt()).isEqualTo(3);
            assertThat(delivered.has("reason")).isFalse();
            assertThat(receiver.calls).hasSize(3).allSatisfy(request -> {
                assertThat(request.id()).isEqualTo(call);
                assertThat(request.body()).isEqualTo(receiver.calls.getFirst().body());
                assertThat(request.isSignedWith(secret)).isTrue();
            });
        }
    }

    @Test
    void shouldGiveUpAfterTheLastAttempt() {
        try (var receiver = new Receiver(500, 500)) {
            endpoint("crm", receiver);
            journey("told", false);
            var account = success.customer(10);
            enrol(account);
            var call = told(account);
            failed(call, 1, "webhook-answered-500");
            Sql.run("UPDATE webhook_call SET attempts = 11 WHERE id = '" + call + "'");
            hurry(call);
            ended(call, 12, "webhook-answered-500");
        }
    }

    @Test
    void shouldEndWithASystemThatIsGoneForGood() {
        try (var receiver = new Receiver(410)) {
            endpoint("crm", receiver);
            journey("told", false);
            var account = success.customer(10);
            enrol(account);
            ended(told(account), 1, "webhook-answered-410");
            assertThat(receiver.calls).hasSize(1);
        }
    }

    @Test
    void shouldTellNobodyAnyMoreWhenTheEndpointIsRemoved() {
        try (var receiver = new Receiver(503)) {
            endpoint("crm", receiver);
            journey("told", false);
            var account = success.customer(10);
            enrol(account);
            var call = told(account);
            failed(call, 1, "webhook-answered-503");
            admin.http()
                    .header("If-Match", "\"1\"")
                    .delete("/webhook-endpoints/crm")
                    .then()
                    .statusCode(204);
            ended(call, 1, "endpoint-removed");
            var other = success.customer(10);
            enrol(other);
            success.eventually("/customers/" + other + "/journey", journey -> {
                assertThat(journey.path("taken").findValuesAsText("result")).containsExactly("nobody", "waits");
                assertThat(journey.at("/taken/0").has("effectId")).isFalse();
            });
            success.get("/webhook-calls").then().body("items", hasSize(1));
            assertThat(receiver.calls).hasSize(1);
        }
    }

    @Test
    void shouldTellOfAProspectByItsDeal() {
        try (var receiver = new Receiver()) {
            endpoint("crm", receiver);
            // Of those that begin near the signature the first by key is taken, before the product's own.
            journey("told", true);
            var deal = UUID.randomUUID();
            var producer = success.producer();
            producer.send(producer.contracting(deal, null));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(receiver.calls).hasSize(1));
            var body = receiver.calls.getFirst().json();
            assertThat(body.path("dealId").asText()).isEqualTo(deal.toString());
            assertThat(body.has("accountId")).isFalse();
        }
    }

    @Test
    void shouldKeepCallsToWhoMaySeeTheirCustomers() {
        try (var receiver = new Receiver()) {
            endpoint("crm", receiver);
            journey("told", false);
            var account = success.customer(10);
            enrol(account);
            var call = told(account);
            var stranger = Caller.fresh();
            stranger.get("/webhook-calls/" + call).then().statusCode(404);
            stranger.get("/webhook-calls").then().statusCode(200).body("items", hasSize(0));
            stranger.inRole("admin")
                    .get("/webhook-calls?accountId=" + account)
                    .then()
                    .body("items", hasSize(0));
            success.inRole("ops").get("/webhook-calls/" + call).then().statusCode(200);
            success.inRole("billing").get("/webhook-calls").then().statusCode(403);

            admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                    .then()
                    .statusCode(200);
            success.get("/webhook-calls/" + call).then().statusCode(404);
            success.get("/webhook-calls").then().body("items", hasSize(0));
            admin.get("/webhook-calls").then().body("items", hasSize(1));
        }
    }

    @Test
    void shouldRefuseAnEndpointThatNobodyHasSetUp() {
        try (var receiver = new Receiver()) {
            // Another tenant's is none.
            Caller.fresh()
                    .inRole("admin")
                    .put("/webhook-endpoints/crm", "\"0\"", "{\"url\":\"" + receiver.url() + "\"}")
                    .then()
                    .statusCode(200);
            var wanted = definition("told", false);
            success.post("/journeys", wanted)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("endpoint-unknown"))
                    .body("errors[0].pointer", equalTo("/definition/steps/0/endpoint"));
            endpoint("crm", receiver);
            success.post("/journeys", wanted).then().statusCode(201);
        }
    }

    private String endpoint(String key, Receiver receiver) {
        var set = admin.put("/webhook-endpoints/" + key, "\"0\"", "{\"url\":\"" + receiver.url() + "\"}");
        set.then().statusCode(200);
        return Caller.tree(set.asString()).path("secret").asText();
    }

    private String journey(String key, boolean atContracting) {
        var id = Caller.tree(success.post("/journeys", definition(key, atContracting))
                        .asString())
                .path("id")
                .asText();
        success.post("/journeys/" + id + "/publications", "\"0\"", "{}").then().statusCode(200);
        return id;
    }

    private static String definition(String key, boolean atContracting) {
        return """
                {"key":"%s","name":"Told","definition":{"touch":"TECH","atContracting":%s,"steps":[
                {"key":"tell","type":"WEBHOOK","endpoint":"crm"},{"key":"rest","type":"WAIT","days":1}]}}""".formatted(key, atContracting);
    }

    private String enrol(UUID account) {
        var begun = success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"told\"}");
        begun.then().statusCode(201);
        return Caller.tree(begun.asString()).path("id").asText();
    }

    /** The call of the customer's first step, when the next one has been taken. */
    private String told(UUID account) {
        var path = "/customers/" + account + "/journey";
        success.eventually(
                path,
                journey -> assertThat(journey.path("taken").findValuesAsText("result"))
                        .containsExactly("webhook", "waits"));
        return success.json(path).at("/taken/0/effectId").asText();
    }

    private JsonNode delivered(String call) {
        success.eventually(
                "/webhook-calls/" + call,
                seen -> assertThat(seen.path("status").asText()).isEqualTo("DELIVERED"));
        return success.json("/webhook-calls/" + call);
    }

    private void failed(String call, int attempts, String reason) {
        is("WAITING", call, attempts, reason);
    }

    private void ended(String call, int attempts, String reason) {
        is("FAILED", call, attempts, reason);
    }

    private void is(String status, String call, int attempts, String reason) {
        success.eventually("/webhook-calls/" + call, seen -> {
            assertThat(seen.path("status").asText()).isEqualTo(status);
            assertThat(seen.path("attempts").asInt()).isEqualTo(attempts);
            assertThat(seen.path("reason").asText()).isEqualTo(reason);
        });
    }

    /** The pause is over. */
    private static void hurry(String call) {
        Sql.run("UPDATE webhook_call SET due_at = now() WHERE id = '" + call + "'");
    }

    private static ArrayList<String> names(JsonNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
