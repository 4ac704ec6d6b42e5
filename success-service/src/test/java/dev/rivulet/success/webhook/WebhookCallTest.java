package dev.rivulet.success.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Receiver;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of webhooks, for how long, and sent again by request. */
@QuarkusTest
class WebhookCallTest {

    private static final String SEALED = "SELECT count(*) FROM %s WHERE tenant_id = ? AND length(%s) > 32"
            + " AND position(decode(substring(? FROM 7), 'base64') IN %s) = 0";

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookUpkeep upkeep;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");

    private record Told(String type) {}

    @Test
    void shouldKeepSecretsSealedAndTakeUpThoseThatWereNot() {
        try (var receiver = new Receiver()) {
            var secret = endpoint(receiver);
            assertThat(sealed("webhook_endpoint", "secret", secret)).isEqualTo(1);
            delivered(tell("sealed"));

            // As the migration leaves it.
            Sql.run("UPDATE webhook_endpoint SET secret = decode(substring('" + secret + "' FROM 7), 'base64')"
                    + " WHERE tenant_id = '" + success.tenant() + "'");
            assertThat(sealed("webhook_endpoint", "secret", secret)).isZero();
            delivered(tell("bare"));
            upkeep.round();
            assertThat(sealed("webhook_endpoint", "secret", secret)).isEqualTo(1);
            delivered(tell("sealed-again"));

            assertThat(receiver.calls)
                    .hasSize(3)
                    .allSatisfy(call -> assertThat(call.isSignedWith(secret)).isTrue());
            admin.get("/webhook-endpoints/crm").then().header("ETag", equalTo("\"1\""));
        }
    }

    @Test
    void shouldSealTheSecretOfMessages() {
        var secret = Caller.tree(
                        admin.patch("/message-settings", "\"0\"", "{\"webhookUrl\":\"https://mail.example/hook\"}")
                                .asString())
                .path("webhookSecret")
                .asText();
        assertThat(secret).startsWith("whsec_");
        assertThat(sealed("message_settings", "webhook_secret", secret)).isEqualTo(1);
        Sql.run("UPDATE message_settings SET webhook_secret = decode(substring('" + secret + "' FROM 7), 'base64')"
                + " WHERE tenant_id = '" + success.tenant() + "'");
        upkeep.round();
        assertThat(sealed("message_settings", "webhook_secret", secret)).isEqualTo(1);
    }

    private long sealed(String table, String column, String secret) {
        return Sql.number(SEALED.formatted(table, column, column), success.tenant(), secret);
    }

    @Test
    void shouldSendAgainWhatSomebodyAsksFor() {
        try (var receiver = new Receiver(410, 500)) {
            var secret = endpoint(receiver);
            var call = tell("lost");
            ended(call, "FAILED");
            resend(admin, call)
                    .statusCode(200)
                    .body("status", equalTo("FAILED"))
                    .body("reason", equalTo("webhook-answered-500"))
                    .body("attempts", equalTo(1))
                    .body("resends", equalTo(1));
            var got = Caller.tree(resend(success, call)
                    .statusCode(200)
                    .body("status", equalTo("DELIVERED"))
                    .body("reason", nullValue())
                    .body("attempts", equalTo(1))
                    .body("resends", equalTo(2))
                    .extract()
                    .asString());
            // Once more what has got through: since the first time it has.
            resend(success, call)
                    .body("deliveredAt", equalTo(got.path("deliveredAt").asText()));
            assertThat(receiver.calls).hasSize(4).allSatisfy(request -> {
                assertThat(request.id()).isEqualTo(call);
                assertThat(request.body()).isEqualTo("{\"type\":\"test.told\"}");
                assertThat(request.isSignedWith(secret)).isTrue();
            });

            resend(success.inRole("sales"), call).statusCode(403);
            resend(success.inRole("ops"), call).statusCode(403);
            resend(Caller.fresh(), call).statusCode(404);
            resend(success, UUID.randomUUID().toString()).statusCode(404);
            admin.http()
                    .header("If-Match", "\"1\"")
                    .delete("/webhook-endpoints/crm")
                    .then()
                    .statusCode(204);
            resend(success, call).statusCode(409).body("code", equalTo("endpoint-removed"));
            assertThat(receiver.calls).hasSize(4);
        }
    }

    @Test
    void shouldForgetWhatIsLongOver() {
        try (var receiver = new Receiver(204, 204, 500, 500)) {
            endpoint(receiver);
            var old = tell("old");
            delivered(old);
            var young = tell("young");
            delivered(young);
            var waiting = tell("waiting");
            success.eventually(
                    "/webhook-calls/" + waiting,
                    seen -> assertThat(seen.path("attempts").asInt()).isEqualTo(1));
            due(old, 31);
            due(young, 29);
            upkeep.round();
            success.get("/webhook-calls/" + old).then().statusCode(404);
            success.get("/webhook-calls/" + young).then().statusCode(200);
            success.get("/webhook-calls/" + waiting).then().statusCode(200);
        }
    }

    private static void due(String call, int daysAgo) {
        Sql.run("UPDATE webhook_call SET due_at = now() - interval '" + daysAgo + " days' WHERE id = '" + call + "'");
    }

    private String endpoint(Receiver receiver) {
        var set = admin.put("/webhook-endpoints/crm", "\"0\"", "{\"url\":\"" + receiver.url() + "\"}");
        set.then().statusCode(200);
        return Caller.tree(set.asString()).path("secret").asText();
    }

    private String tell(String key) {
        return tenants.as(
                        success.tenant(),
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> webhooks.tell("crm", null, key, new Told("test.told")))
                                .orElseThrow())
                .toString();
    }

    private void delivered(String call) {
        ended(call, "DELIVERED");
    }

    private void ended(String call, String status) {
        success.eventually(
                "/webhook-calls/" + call,
                seen -> assertThat(seen.path("status").asText()).isEqualTo(status));
    }

    private static io.restassured.response.ValidatableResponse resend(Caller caller, String call) {
        return caller.post("/webhook-calls/" + call + "/resends", "").then();
    }
}
