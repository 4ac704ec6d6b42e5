package dev.rivulet.success;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.local.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** A user of one tenant with a role, and what such a user commonly does. */
public record Caller(String tenant, String role) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** A success manager of a tenant nobody has used yet. */
    public static Caller fresh() {
        return new Caller("t-" + UUID.randomUUID(), "success");
    }

    /** One of a tenant that may have a test clock. */
    public static Caller sandbox() {
        return new Caller("sandbox-" + UUID.randomUUID(), "success");
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    public Caller inRole(String other) {
        return new Caller(tenant, other);
    }

    public Producer producer() {
        return new Producer(tenant);
    }

    public RequestSpecification http() {
        return given().header("Authorization", Tokens.bearer(tenant, role));
    }

    public Response get(String path) {
        return http().urlEncodingEnabled(false).get(path);
    }

    public JsonNode json(String path) {
        return tree(get(path).then().statusCode(200).extract().asString());
    }

    public Response post(String path, String body) {
        return http().contentType("application/json").body(body).post(path);
    }

    public Response post(String path, String etag, String body) {
        return http().contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .post(path);
    }

    /** A merge patch of what was read with this ETag; null leaves it out. */
    public Response patch(String path, String etag, String body) {
        return conditional(etag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path);
    }

    public Response put(String path, String etag, String body) {
        return conditional(etag).contentType("application/json").body(body).put(path);
    }

    private RequestSpecification conditional(String etag) {
        return etag == null ? http() : http().header("If-Match", etag);
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Waits until what is read at the path is as it should be. */
    public void eventually(String path, Consumer<JsonNode> check) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> check.accept(json(path)));
    }

    /** A customer in UTC with one subscription that started long ago, heard of by the service. */
    public UUID customer(int seats) {
        return customer(seats, today().minusDays(100));
    }

    public UUID customer(int seats, LocalDate start) {
        var account = UUID.randomUUID();
        var producer = producer();
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, seats, start));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var customer = json("/customers/" + account);
            if (!customer.path("name").asText().equals("Acme")
                    || customer.path("seats").asInt() != seats) {
                throw new AssertionError(customer.toString());
            }
        });
        return account;
    }

    /** A person at a customer, heard of by the service. */
    public UUID contact(UUID account, String name) {
        var id = UUID.randomUUID();
        var producer = producer();
        producer.send(producer.contact(
                id, account, 0, name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@northwind.example"));
        eventually("/customers/" + account, customer -> {
            if (!customer.path("contacts").findValuesAsText("id").contains(id.toString())) {
                throw new AssertionError(customer.toString());
            }
        });
        return id;
    }

    public void answer(UUID account, String respondent, int value) {
        post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":%d,"respondent":"%s"}""".formatted(account, value, respondent))
                .then()
                .statusCode(201);
    }

    /** Low answers open no tasks from now on: for tests of what else does. */
    public Caller deafToLowAnswers() {
        var rule = UUID.nameUUIDFromBytes("trigger-rule:low-answer".getBytes(StandardCharsets.UTF_8));
        patch("/trigger-rules/" + rule, "\"0\"", "{\"enabled\":false}").then().statusCode(200);
        return this;
    }

    /** One event of each of so many users, now. */
    public void use(UUID account, int users) {
        var events = new StringBuilder();
        for (var user = 0; user < users; user++) {
            events.append(user == 0 ? "" : ",")
                    .append(usage(UUID.randomUUID().toString(), account, "user-" + user, "1", Instant.now()));
        }
        post("/usage-events", "{\"events\":[" + events + "]}").then().statusCode(202);
        eventually(
                "/customers/" + account + "/licences",
                licences -> org.assertj.core.api.Assertions.assertThat(
                                licences.path("active").asInt())
                        .isEqualTo(users));
    }

    public static String usage(String id, UUID account, String user, String quantity, Instant at) {
        return """
                {"id":"%s","source":"/test","accountId":"%s","userId":"%s","metric":"lesson","quantity":"%s",
                "occurredAt":"%s"}""".formatted(id, account, user, quantity, at);
    }
}
