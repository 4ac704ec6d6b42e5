package dev.rivulet.subscription.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a fact to an integrator's server, over Kafka and HTTP. */
@QuarkusTest
class WebhookTest {

    private static final String ACCOUNT_CHANGED = "dev.rivulet.subscription.account.changed.v1";

    @Inject
    SecretResealing resealing;

    @Inject
    MovableTime time;

    @Inject
    DeliveryQueue queue;

    @Inject
    dev.rivulet.kit.sql.Sql sql;

    @Inject
    Tenants tenants;

    private final Shop shop = Shop.live();
    private Receiver receiver;

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void shouldDeliverWhatIsWantedSignedAndInOrder() {
        var secret = endpoint(ACCOUNT_CHANGED)
                .body("secret", startsWith("whsec_"))
                .body("enabled", equalTo(true))
                .extract()
                .<String>path("secret");
        var other = Shop.live();

        other.account();
        var accounts = List.of(shop.account(), shop.account(), shop.account());
        shop.subscribe(accounts.getFirst(), shop.plan("49.00"), shop.proposition());

        received(3);
        assertThat(receiver.calls).allSatisfy(call -> {
            assertThat(call.isSignedWith(secret)).isTrue();
            assertThat(call.json().path("type").asText()).isEqualTo(ACCOUNT_CHANGED);
            assertThat(call.json().path("id").asText()).isEqualTo(call.id());
            assertThat(Instant.parse(call.json().path("time").asText()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            assertThat(call.json().path("data").path("currency").asText()).isEqualTo("EUR");
            assertThat(call.body()).doesNotContain(shop.tenant);
        });
        assertThat(receiver.calls)
                .extracting(call -> UUID.fromString(call.json().at("/data/id").asText()))
                .containsExactlyInAnyOrderElementsOf(accounts);
        shop.as("admin")
                .get("/webhook-endpoints")
                .then()
                .body("items", hasSize(1))
                .body("items[0].secret", nullValue());
        String delivery =
                deliveries("DELIVERED").body("items", hasSize(3)).extract().path("items[0].id");
        shop.as("admin")
                .get("/webhook-deliveries/" + delivery)
                .then()
                .statusCode(200)
                .body("body.type", equalTo(ACCOUNT_CHANGED))
                .body("attempts", hasSize(1))
                .body("attempts[0].outcome", equalTo("DELIVERED"))
                .body("attempts[0].statusCode", equalTo(200))
                .body("attempts[0].answer", equalTo("answered 200"))
                .body("attempts[0].latencyMillis", notNullValue());
        other.as("admin").get("/webhook-deliveries/" + delivery).then().statusCode(404);
        other.as("admin").get("/webhook-deliveries").then().body("items", hasSize(0));
    }

    /** As it is in the database, sealed; also what was kept bare before secrets were sealed. */
    @Test
    void shouldKeepSecretsSealed() {
        var created = endpoint(ACCOUNT_CHANGED).extract();
        var bare = Base64.getDecoder().decode(created.<String>path("secret").substring("whsec_".length()));
        var hex = HexFormat.of().formatHex(bare);
        assertThat(kept(hex)).isEqualTo(0);

        Sql.run("UPDATE webhook_endpoint SET secret = '\\x" + hex + "' WHERE tenant_id = '" + shop.tenant + "'");
        assertThat(kept(hex)).isEqualTo(1);
        assertThat(tenants.as(
                        shop.tenant, () -> QuarkusTransaction.requiringNew().call(resealing::reseal)))
                .isEqualTo(1);
        assertThat(kept(hex)).isEqualTo(0);
        assertThat(tenants.as(
                        shop.tenant, () -> QuarkusTransaction.requiringNew().call(resealing::reseal)))
                .isEqualTo(0);

        shop.account();
        received(1);
        assertThat(receiver.calls.getFirst().isSignedWith(created.path("secret")))
                .isTrue();
    }

    private long kept(String hex) {
        return Sql.number(
                "SELECT count(*) FROM webhook_endpoint WHERE tenant_id = ? AND position('" + hex
                        + "' IN encode(secret, 'hex')) > 0",
                shop.tenant);
    }

    @Test
    void shouldKeepTheOrderOfAnAggregateBehindAFailure() {
        endpoint("*");
        receiver.answering(Receiver.status(500));
        var account = shop.account();
        rename(account, 0, "Second");
        rename(account, 1, "Third");
        received(1);
        waiting(3);

        receiver.answering(Receiver.status(200));
        time.hasten(Duration.ofSeconds(10));
        received(4);

        assertThat(receiver.calls)
                .extracting(call -> call.json().at("/data/name").asText())
                .containsExactly("Northwind", "Northwind", "Second", "Third");
        assertThat(receiver.calls.get(0).id()).isEqualTo(receiver.calls.get(1).id());
    }

    /** Nobody overtakes: behind the one that fails, those of others wait too. */
    @Test
    void shouldKeepTheOrderOfAllBehindAFailure() {
        endpoint("*");
        receiver.answering(Receiver.status(500));
        for (var i = 0; i < 5; i++) {
            rename(shop.account(), 0, "Second");
        }
        waiting(10);
        for (var calls = receiver.calls.size(); calls < 3; calls++) {
            time.hasten(Duration.ofHours(3));
            received(calls + 1);
        }
        var log = Sql.column("SELECT event_id FROM webhook_delivery WHERE tenant_id = ? ORDER BY seq", shop.tenant);
        assertThat(log).hasSize(10);
        assertThat(receiver.calls).extracting(Receiver.Call::id).containsOnly(log.getFirst());

        receiver.calls.clear();
        receiver.answering(Receiver.status(200));
        time.hasten(Duration.ofHours(10));
        waiting(0);

        assertThat(receiver.calls).extracting(Receiver.Call::id).isEqualTo(log);
        assertThat(receiver.calls)
                .extracting(call -> call.json().at("/data/name").asText())
                .containsSubsequence("Northwind", "Second");
    }

    @Test
    void shouldGiveUpAfterThreeDaysAndSendWhatWasMissedOnRequest() {
        var id = Shop.id(endpoint(ACCOUNT_CHANGED));
        receiver.answering(Receiver.status(503));
        var account = shop.account();
        rename(account, 0, "Second");
        received(1);

        for (var calls = 1; read(id).extract().<Boolean>path("enabled"); calls = receiver.calls.size()) {
            time.hasten(Duration.ofHours(10));
            received(calls + 1);
        }

        read(id).body("disabledReason", equalTo("CONTINUOUS_FAILURE")).body("disabledAt", notNullValue());
        assertThat(receiver.calls.size()).isBetween(8, 21);
        deliveries("FAILED").body("items", hasSize(1)).body("items[0].attempts", equalTo(receiver.calls.size()));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(Topic.records("subscription.webhook.events.v1", shop.tenant))
                        .hasSize(1)
                        .allSatisfy(record -> assertThat(record.value())
                                .contains(id.toString(), "\"reason\":\"CONTINUOUS_FAILURE\"", "failingSince")));

        rename(account, 1, "Third");
        waiting(2);
        receiver.calls.clear();
        receiver.answering(Receiver.status(200));
        reactivate(id, true).statusCode(200).body("enabled", equalTo(true)).body("disabledReason", nullValue());
        received(3);

        assertThat(receiver.calls)
                .extracting(call -> call.json().at("/data/name").asText())
                .containsExactly("Northwind", "Second", "Third");
        reactivate(id, true).statusCode(409).body("code", equalTo("webhook-enabled-already"));
    }

    @Test
    void shouldEndWhenTheReceiverIsGone() {
        var id = Shop.id(endpoint("*"));
        receiver.answering(Receiver.status(410));

        shop.account();

        await().atMost(60, SECONDS)
                .untilAsserted(() -> read(id).body("enabled", equalTo(false)).body("disabledReason", equalTo("GONE")));
        reactivate(id, false).statusCode(200);
        assertThat(receiver.calls).hasSize(1);
    }

    @Test
    void shouldSignWithBothSecretsForADay() {
        var created = endpoint("*");
        var id = Shop.id(created);
        String old = created.extract().path("secret");

        String renewed = change(id, "/secret-rotations", null)
                .statusCode(200)
                .body("previousSecretUntil", notNullValue())
                .extract()
                .path("secret");
        ping(id).body("status", equalTo("DELIVERED"));
        time.hasten(Duration.ofHours(25));
        ping(id).body("status", equalTo("DELIVERED"));

        assertThat(renewed).isNotEqualTo(old);
        assertThat(receiver.calls.get(0).isSignedWith(old)).isTrue();
        assertThat(receiver.calls.get(0).isSignedWith(renewed)).isTrue();
        assertThat(receiver.calls.get(1).isSignedWith(old)).isFalse();
        assertThat(receiver.calls.get(1).isSignedWith(renewed)).isTrue();
    }

    @Test
    void shouldPingAndResendWhileTheCallerWaits() {
        var id = Shop.id(endpoint("*"));
        receiver.answering(Receiver.status(500));
        ping(id).body("status", equalTo("FAILED"))
                .body("eventType", equalTo(Deliveries.PING))
                .body("attempts[0].cause", equalTo("PING"))
                .body("attempts[0].statusCode", equalTo(500));
        shop.account();
        shop.account();
        waiting(2);
        String first = deliveries("PENDING").extract().path("items[0].id");
        await().atMost(60, SECONDS).untilAsserted(() -> deliveries("PENDING").body("items[0].attempts", equalTo(1)));

        resend(first).body("status", equalTo("PENDING")).body("attempts[1].cause", equalTo("RESEND"));
        receiver.answering(Receiver.status(200));
        resend(first).body("status", equalTo("DELIVERED")).body("attempts", hasSize(3));

        // The one behind it need not wait for the first one's next attempt.
        waiting(0);
        assertThat(receiver.calls.stream().map(Receiver.Call::id).distinct()).hasSize(3);
    }

    @Test
    void shouldHearOfNothingThatHappensWhileSwitchedOff() {
        var id = Shop.id(endpoint(ACCOUNT_CHANGED));
        patch(id, "{\"enabled\":false}").statusCode(200).body("disabledReason", equalTo("BY_HAND"));
        var mark = Shop.id(endpoint(ACCOUNT_CHANGED));
        shop.account();
        received(1);
        patch(id, "{\"enabled\":true,\"description\":\"on again\"}").body("enabled", equalTo(true));
        shop.account();
        received(3);

        deliveries(id).body("items", hasSize(1));
        deliveries(mark).body("items", hasSize(2));
        shop.as("admin")
                .header("If-Match", "\"0\"")
                .delete("/webhook-endpoints/" + mark)
                .then()
                .statusCode(204);
        deliveries(mark).body("items", hasSize(0));
        assertThat(Sql.number("SELECT count(*) FROM webhook_queue WHERE endpoint_id = ?", mark))
                .isZero();
    }

    @Test
    void shouldWriteNothingForATenantThatDoesNotListen() {
        var listening = Shop.id(endpoint("*"));
        var silent = Shop.live();

        silent.account();
        shop.account();
        received(1);

        assertThat(Sql.number(
                        "SELECT count(*) FROM inbox_version WHERE tenant_id = ? AND consumer = 'webhook-fan-out'",
                        silent.tenant))
                .isZero();
        deliveries(listening).body("items", hasSize(1));
    }

    @Test
    void shouldForgetNothingThatWaits() throws IOException {
        endpoint("*");
        receiver.answering(Receiver.status(500));
        for (var i = 0; i < 20; i++) {
            shop.account();
        }
        waiting(20);
        var invariant = Files.readString(Path.of("../deploy/drills/invariants/37-webhooks-are-not-forgotten.sql"));

        assertThat(Sql.column(invariant)).isEmpty();
        Sql.run("UPDATE webhook_queue SET due_at = NULL, claimed_by = NULL WHERE tenant_id = '" + shop.tenant + "'");
        assertThat(Sql.column(invariant)).contains(shop.tenant);
    }

    @Test
    void shouldShareEndpointsBetweenReplicas() throws InterruptedException {
        endpoint("*");
        endpoint("*");
        receiver.answering(Receiver.status(500));
        shop.account();
        waiting(2);
        received(2);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(Sql.number(
                                "SELECT count(*) FROM webhook_queue WHERE tenant_id = ? AND claimed_by IS NULL"
                                        + " AND failing_since IS NOT NULL",
                                shop.tenant))
                        .isEqualTo(2));

        // Due at one time, they are found in the order in which they lie in the table; not yet, or the service takes
        // them.
        Sql.run("UPDATE webhook_queue SET due_at = '" + time.instant().plus(Duration.ofHours(1))
                + "' WHERE tenant_id = '" + shop.tenant + "'");
        var later = time.instant().plus(Duration.ofDays(1));
        var claimed = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var first = new ArrayList<DeliveryQueue.Claim>();
        var replica = Thread.ofVirtual()
                .start(() -> system(() -> {
                    planRowByRow();
                    first.addAll(queue.claim(UUID.randomUUID(), later, 1));
                    claimed.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return true;
                }));
        claimed.await();
        var second = system(() -> queue.claim(UUID.randomUUID(), later, 1_000));
        done.countDown();
        replica.join();
        var third = system(() -> queue.claim(UUID.randomUUID(), later, 1_000));

        assertThat(first).hasSize(1);
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
        assertThat(third).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://hooks.example/, *, webhook-url-refused, /url",
        "https://user@hooks.example/, *, webhook-url-refused, /url",
        "https://10.0.0.1/, *, webhook-url-refused, /url",
        "https://169.254.169.254/latest, *, webhook-url-refused, /url",
        "https://2130706433/, *, webhook-url-refused, /url",
        "https://hooks.example/, everything, webhook-type-unknown, /eventTypes/0",
        "https://hooks.example/, ../application.properties, webhook-type-unknown, /eventTypes/0"
    })
    void shouldRefuse(String url, String type, String code, String pointer) {
        shop.as("admin")
                .body(Map.of("url", url, "eventTypes", List.of(type)))
                .post("/webhook-endpoints")
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void shouldRefuseChangesOfAnotherVersionOrTenant() {
        var id = Shop.id(endpoint("*"));
        var other = Shop.live();

        patch(id, "{\"eventTypes\":[]}").statusCode(400);
        shop.as("admin")
                .post("/webhook-endpoints/" + id + "/secret-rotations")
                .then()
                .statusCode(428);
        for (var path : Set.of("", "/pings")) {
            var request = other.as("admin").header("If-Match", "\"0\"");
            (path.isEmpty() ? request.get("/webhook-endpoints/" + id) : request.post("/webhook-endpoints/" + id + path))
                    .then()
                    .statusCode(404);
        }
        other.as("admin")
                .header("If-Match", "\"0\"")
                .delete("/webhook-endpoints/" + id)
                .then()
                .statusCode(404);
    }

    // ---- abbreviations

    private ValidatableResponse endpoint(String type) {
        return shop.as("admin")
                .body(Map.of("url", receiver.url(), "eventTypes", List.of(type)))
                .post("/webhook-endpoints")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse read(UUID id) {
        return shop.as("admin").get("/webhook-endpoints/" + id).then().statusCode(200);
    }

    private ValidatableResponse patch(UUID id, String patch) {
        return shop.as("admin")
                .header("If-Match", read(id).extract().header("ETag"))
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/webhook-endpoints/" + id)
                .then();
    }

    private ValidatableResponse change(UUID id, String path, Object body) {
        var request = shop.as("admin").header("If-Match", read(id).extract().header("ETag"));
        return (body == null ? request : request.body(body))
                .post("/webhook-endpoints/" + id + path)
                .then();
    }

    private ValidatableResponse reactivate(UUID id, boolean resend) {
        return change(id, "/reactivations", Map.of("resend", resend));
    }

    private ValidatableResponse ping(UUID id) {
        return shop.as("admin")
                .post("/webhook-endpoints/" + id + "/pings")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse resend(String id) {
        return shop.as("admin")
                .post("/webhook-deliveries/" + id + "/resends")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse deliveries(Object statusOrEndpoint) {
        return shop.as("admin")
                .queryParam(statusOrEndpoint instanceof UUID ? "endpointId" : "status", statusOrEndpoint)
                .get("/webhook-deliveries")
                .then()
                .statusCode(200);
    }

    private void rename(UUID account, int version, String name) {
        shop.as("admin")
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("name", name))
                .patch("/accounts/" + account)
                .then()
                .statusCode(200);
    }

    private void received(int calls) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(receiver.calls).hasSizeGreaterThanOrEqualTo(calls));
    }

    private void waiting(int deliveries) {
        await().atMost(60, SECONDS).untilAsserted(() -> deliveries("PENDING").body("items", hasSize(deliveries)));
    }

    /** A plan that PostgreSQL takes from some number of rows on: what is asked for within IN runs for each row. */
    private void planRowByRow() {
        for (var way : List.of("hashjoin", "hashagg", "mergejoin", "material", "sort", "tidscan")) {
            sql.update("SET LOCAL enable_" + way + " = off");
        }
    }

    private <T> T system(Supplier<T> work) {
        return tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
