package dev.rivulet.success.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MessageTest {

    private static final String ADA = "ada@acme.example";

    private final Caller success = Caller.sandbox();
    private final Caller admin = success.inRole("admin");
    private final Producer producer = success.producer();

    @Test
    void shouldWaitForTheMorningWhereThePersonIs() throws IOException {
        var account = customer("2025-03-03T20:30:00Z");
        var id = id(send(account, "\"zone\":\"Europe/Berlin\",\"values\":{\"manager\":\"Mila\"}"));
        eventually(id, message -> {
            assertThat(message.path("status").asText()).isEqualTo("WAITING");
            assertThat(message.path("dueAt").asText()).isEqualTo("2025-03-04T07:00:00Z");
        });
        producer.send(producer.clock(Instant.parse("2025-03-04T07:00:00Z")));
        eventually(id, message -> {
            assertThat(message.path("status").asText()).isEqualTo("SENT");
            assertThat(message.path("sentAt").asText()).isEqualTo("2025-03-04T07:00:00Z");
            assertThat(message.path("subject").asText()).isEqualTo("Welcome, Acme");
            assertThat(message.path("body").asText()).startsWith("Mila looks after you from now on");
        });
        assertThat(mail(id))
                .contains("To: <" + ADA + ">")
                .contains("List-Unsubscribe: <http")
                .contains("Mila looks after you");
    }

    @Test
    void shouldNotWriteToSomebodyMoreOftenThanAllowed() {
        var account = customer("2025-03-03T12:00:00Z");
        admin.patch("/message-settings", "\"0\"", "{\"most\":2,\"withinDays\":3}")
                .then()
                .statusCode(200);
        var ids = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            ids.add(id(send(account, "\"zone\":\"UTC\"")));
        }
        ids.subList(0, 2).forEach(this::sent);
        eventually(ids.get(2), message -> {
            assertThat(message.path("status").asText()).isEqualTo("WAITING");
            assertThat(message.path("dueAt").asText()).isEqualTo("2025-03-06T12:00:00Z");
        });
        producer.send(producer.clock(Instant.parse("2025-03-06T12:00:00Z")));
        sent(ids.get(2));
    }

    @Test
    void shouldNotWriteToWhoWantsNoMessages() {
        var account = customer("2025-03-03T12:00:00Z");
        var first = id(send(account, "\"zone\":\"UTC\""));
        sent(first);
        var body = success.json("/messages/" + first).path("body").asText();
        var link = body.substring(body.lastIndexOf("/unsubscribe-pages/"));
        given().header("Accept-Language", "ru")
                .get(link)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("<form method=\"post\">"));
        sent(id(send(account, "\"zone\":\"UTC\"")));
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200);
        var last = id(send(account, "\"zone\":\"UTC\""));
        eventually(last, message -> {
            assertThat(message.path("status").asText()).isEqualTo("SUPPRESSED");
            assertThat(message.path("reason").asText()).isEqualTo("unsubscribed");
        });
        given().get("/unsubscribe-pages/nobody.x").then().statusCode(404);
        given().contentType("application/x-www-form-urlencoded")
                .post(link.substring(0, link.length() - 3) + "abc")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldHandMessagesOverSignedAndTryAgain() {
        var account = customer("2025-03-03T12:00:00Z");
        try (var receiver = new Receiver(503)) {
            var set = admin.patch("/message-settings", "\"0\"", "{\"webhookUrl\":\"" + receiver.url() + "\"}");
            set.then().statusCode(200).body("webhookSecret", startsWith("whsec_"));
            var secret = Caller.tree(set.asString()).path("webhookSecret").asText();
            success.get("/message-settings").then().body("webhookSecret", nullValue());
            var id = id(send(account, "\"zone\":\"UTC\",\"language\":\"ru\""));
            sent(id);
            assertThat(receiver.calls).hasSize(2);
            assertThat(success.json("/messages/" + id).path("attempts").asInt()).isEqualTo(2);
            for (var request : receiver.calls) {
                assertThat(request.id()).isEqualTo(id);
                assertThat(request.isSignedWith(secret)).isTrue();
                assertThat(request.json().path("subject").asText()).isEqualTo("Добро пожаловать, Acme");
            }
        }
    }

    @Test
    void shouldSayWhatTheTenantWroteInItsOwnTemplates() {
        var account = customer("2025-03-03T12:00:00Z");
        success.get("/message-templates/welcome/en").then().statusCode(200).body("builtIn", equalTo(true));
        put("welcome/en", "{\"subject\":\"Hi {customer}\",\"body\":\"{#if manager}By {manager}{#else}By us{/if}\"}")
                .then()
                .statusCode(200)
                .body("builtIn", equalTo(false));
        var id = id(send(account, "\"zone\":\"UTC\""));
        success.get("/messages/" + id)
                .then()
                .body("subject", equalTo("Hi Acme"))
                .body("body", startsWith("By us\n\n-- \n"));
        success.http().delete("/message-templates/welcome/en").then().statusCode(204);
        success.get("/message-templates/welcome/en").then().body("builtIn", equalTo(true));
        for (var template : List.of(
                "{\"subject\":\"x\",\"body\":\"{#for i in 1000000000}x{/for}\"}",
                "{\"subject\":\"x\",\"body\":\"{#include pages/layout.html /}\"}",
                "{\"subject\":\"{#if a}\",\"body\":\"x\"}")) {
            put("welcome/en", template).then().statusCode(400).body("code", equalTo("template-malformed"));
        }
        put("Welcome!/en", "{\"subject\":\"x\",\"body\":\"y\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("key-format"));
        put("welcome/de", "{\"subject\":\"x\",\"body\":\"y\"}").then().statusCode(404);
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "recipient":"ada","template":"welcome"                                   | 400 | validation-failed | /recipient
            "recipient":"ada@acme.example","template":"nothing"                      | 422 | template-unknown  | /template
            "recipient":"ada@acme.example","template":"welcome","zone":"Mars"        | 400 | zone-unknown      | /zone
            "recipient":"ada@acme.example","template":"welcome","language":"de"      | 400 | validation-failed | /language
            """)
    void shouldRefuseWhatCannotBeSent(String message, int status, String code, String pointer) {
        var account = customer("2025-03-03T12:00:00Z");
        success.post("/messages", "{\"accountId\":\"" + account + "\"," + message + "}")
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void shouldBeSeenByItsOwnTenantOnlyAndNotByOperators() {
        var account = customer("2025-03-03T12:00:00Z");
        var id = id(send(account, "\"zone\":\"UTC\""));
        success.get("/messages?accountId=" + account).then().body("items", hasSize(1));
        Caller.fresh().get("/messages/" + id).then().statusCode(404);
        Caller.fresh().get("/messages").then().body("items", hasSize(0));
        success.inRole("ops").get("/messages").then().statusCode(403);
        success.patch("/message-settings", "\"0\"", "{\"most\":1}").then().statusCode(403);
        admin.patch("/message-settings", "\"7\"", "{\"most\":1}").then().statusCode(412);
        admin.patch("/message-settings", "\"0\"", "{\"most\":0}").then().statusCode(400);
        admin.patch("/message-settings", "\"0\"", "{\"webhookUrl\":\"http://10.0.0.1/\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("webhook-url-refused"));
        success.post(
                        "/messages",
                        "{\"accountId\":\"" + UUID.randomUUID()
                                + "\",\"recipient\":\"a@b.example\",\"template\":\"welcome\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("account-unknown"));
    }

    private UUID customer(String now) {
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse(now)));
        producer.send(producer.account(account, 0, "Acme", "UTC"));
        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("name").asText()).isEqualTo("Acme");
            assertThat(customer.at("/score/computedAt").asText()).isEqualTo(now);
        });
        return account;
    }

    private Response send(UUID account, String more) {
        return success.post(
                "/messages",
                "{\"accountId\":\"" + account + "\",\"recipient\":\"" + ADA + "\",\"template\":\"welcome\"," + more
                        + "}");
    }

    private Response put(String template, String body) {
        return success.http()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body)
                .put("/message-templates/" + template);
    }

    private static String id(Response response) {
        response.then().statusCode(201);
        return Caller.tree(response.asString()).path("id").asText();
    }

    private void sent(String id) {
        eventually(id, message -> assertThat(message.path("status").asText()).isEqualTo("SENT"));
    }

    private void eventually(String id, Consumer<JsonNode> check) {
        success.eventually("/messages/" + id, check);
    }

    private String mail(String id) throws IOException {
        var folder = Path.of(ConfigProvider.getConfig().getValue("rivulet.message.mail-folder", String.class));
        return Files.readString(folder.resolve(success.tenant()).resolve(id + ".eml"));
    }
}
