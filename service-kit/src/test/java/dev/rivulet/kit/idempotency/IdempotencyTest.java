package dev.rivulet.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class IdempotencyTest {

    @Inject
    IdempotencyKeys keys;

    @Inject
    Tenants tenants;

    @Inject
    dev.rivulet.kit.sql.Sql sql;

    private final String tenant = "idem-" + UUID.randomUUID();

    private Response post(String key, String title) {
        return post(tenant, key, title);
    }

    private static Response post(String tenant, String key, String title) {
        return given().header("Authorization", Tokens.bearer(tenant, "sales"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"title\":\"" + title + "\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                .post("/notes");
    }

    private long notes() {
        return Sql.number("SELECT count(*) FROM note WHERE tenant_id = ?", tenant);
    }

    @Test
    void shouldReplayTheSameAnswer() {
        var first = post("k", "a");
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        post("k", "a")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .body(equalTo(first.asString()));
        assertThat(notes()).isEqualTo(1);
        assertThat(Sql.number("SELECT count(*) FROM outbox WHERE tenant_id = ?", tenant))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void shouldRefuseAnotherBodyUnderTheSameKey() {
        post("k", "a").then().statusCode(201);
        post("k", "b").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldKeepKeysOfTenantsApart() {
        var other = tenant + "-b";
        var mine = post("k", "a");
        var theirs = post(other, "k", "a");
        theirs.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(theirs.jsonPath().getString("id"))
                .isNotEqualTo(mine.jsonPath().getString("id"));
    }

    @Test
    void shouldNotRememberARefusal() {
        post("k", " ").then().statusCode(400);
        post("k", "a").then().statusCode(201);
    }

    @Test
    void shouldRefuseAMalformedKey() {
        post("x".repeat(201), "a").then().statusCode(400).body("code", equalTo("idempotency-key-invalid"));
    }

    @Test
    void shouldHaveOneEffectForConcurrentTwins() throws Exception {
        var twins = 8;
        var start = new CyclicBarrier(twins);
        Callable<Response> twin = () -> {
            start.await();
            return post("k", "a");
        };
        try (var executor = Executors.newFixedThreadPool(twins)) {
            var answers = executor.invokeAll(
                    IntStream.range(0, twins).mapToObj(i -> twin).toList());
            var ids = new java.util.HashSet<String>();
            for (var answer : answers) {
                answer.get().then().statusCode(201);
                ids.add(answer.get().jsonPath().getString("id"));
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void shouldBePatientAgainOnceTheKeysOfManyAreThere() {
        var claims = List.of(new Claim("a", new byte[] {1}), new Claim("b", new byte[] {2}));

        var patience = inTransaction(() -> {
            assertThat(keys.claim(claims, Duration.ofMillis(200))).containsExactlyInAnyOrderElementsOf(claims);
            return sql.query("SHOW lock_timeout", row -> row.getString(1)).getFirst();
        });

        assertThat(patience).isEqualTo(IdempotencyKeys.PATIENCE.toSeconds() + "s");
    }

    @Test
    void shouldNotWaitForAKeyThatSomebodyHoldsLongerThanAsked() throws Exception {
        var claim = new Claim("held", new byte[] {1});
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = others.submit(() -> inTransaction(() -> {
                keys.claim(List.of(claim), IdempotencyKeys.PATIENCE);
                held.countDown();
                release.await();
                return true;
            }));
            held.await();
            var begun = System.nanoTime();

            assertThatThrownBy(() -> inTransaction(() -> keys.claim(List.of(claim), Duration.ofMillis(200))))
                    .isInstanceOf(Rejected.class)
                    .extracting("code")
                    .isEqualTo("idempotency-key-in-use");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IdempotencyKeys.PATIENCE);
            release.countDown();
            assertThat(holder.get()).isTrue();
        } finally {
            release.countDown();
        }
    }

    private <T> T inTransaction(Callable<T> work) {
        return tenants.as(tenant, () -> QuarkusTransaction.requiringNew().call(work));
    }

    @Test
    void shouldForgetAfterADay() {
        post("k", "a").then().statusCode(201);
        Sql.run("UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE tenant_id = '" + tenant
                + "'");
        keys.forget();
        post("k", "b").then().statusCode(201);
        assertThat(notes()).isEqualTo(2);
    }
}
