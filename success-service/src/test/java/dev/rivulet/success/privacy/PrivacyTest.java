package dev.rivulet.success.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.events.SuccessEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PrivacyTest {

    private static final String NAME = "Ada Nowak";
    private static final String EMAIL = "ada.nowak@northwind.example";

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");

    @Test
    void shouldTellAPersonWhatIsHeldOnThem() {
        var account = success.customer(10);
        var ada = told(account);
        var other = success.contact(account, "Ben Weiss");
        success.use(account, 2);
        success.http()
                .put("/customers/" + account + "/licence-assignments/" + EMAIL)
                .then()
                .statusCode(204);

        var export = Caller.tree(success.post("/contacts/" + ada + "/exports", "{\"userIds\":[\"user-1\"]}")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(export.at("/contact/email").asText()).isEqualTo(EMAIL);
        assertThat(export.path("accountId").asText()).isEqualTo(account.toString());
        assertThat(export.at("/parts/interactions/0/summary").asText()).isEqualTo("She wants more");
        assertThat(export.at("/parts/problems/0/title").asText()).contains("Nowak");
        assertThat(export.at("/parts/feedback/0/text").asText()).isEqualTo("More, please");
        assertThat(export.at("/parts/timeline").findValuesAsText("text"))
                .containsExactlyInAnyOrder(
                        "Lunch with ada nowak on Monday", "She wants more", "More, please", "Login of Ada Nowak fails");
        assertThat(export.at("/parts/answers")).hasSize(1);
        assertThat(export.at("/parts/answers/0/comment").asText()).isEqualTo("Thanks");
        assertThat(export.at("/parts/usage")).hasSize(1);
        assertThat(export.at("/parts/usage/0/userId").asText()).isEqualTo("user-1");
        assertThat(export.at("/parts/usage/0/quantity").asText()).isEqualTo("1");
        assertThat(export.at("/parts/messages").findValuesAsText("recipient")).contains(EMAIL);
        assertThat(export.at("/parts/messagesToOthers/0/text").asText()).contains(NAME);
        assertThat(export.at("/parts/optOuts").findValuesAsText("recipient")).containsExactly(EMAIL);
        assertThat(export.at("/parts/invitations").findValuesAsText("respondent"))
                .containsExactly(EMAIL);
        assertThat(export.at("/parts/answersOfOthers").findValuesAsText("text")).containsExactly("Ada Nowak helped");
        assertThat(export.at("/parts/promises").findValuesAsText("in"))
                .containsExactlyInAnyOrder("note", "takenBy", "takenBy", "reason", "reason");
        assertThat(export.at("/parts/care/0/accountId").asText()).isEqualTo(account.toString());
        assertThat(export.at("/parts/care/0/sponsor").asBoolean()).isTrue();
        assertThat(export.at("/parts/care/0/attributes/champion").asText()).isEqualTo("ada nowak, mostly");
        assertThat(export.at("/parts/tasks").findValuesAsText("text"))
                .containsExactly("Call Ada Nowak back", "Ada Nowak was away");
        assertThat(export.at("/parts/touchChanges").findValuesAsText("text")).containsExactly("As Ada Nowak wants");
        assertThat(export.at("/parts/cohortCases").findValuesAsText("text")).containsExactly("Ada Nowak left");
        assertThat(export.at("/parts/licences").findValuesAsText("userId")).containsExactly(EMAIL);
        var others = Caller.tree(
                success.post("/contacts/" + other + "/exports", "{}").asString());
        assertThat(others.path("parts").properties())
                .allSatisfy(part -> assertThat(part.getValue())
                        .as(part.getKey())
                        .hasSize(part.getKey().equals("identities") ? 1 : 0));
        Caller.fresh().post("/contacts/" + ada + "/exports", "{}").then().statusCode(404);
    }

    @Test
    void shouldEraseAPersonEverywhereAndForEver() {
        var account = success.customer(10);
        var ada = told(account);
        var invoice = UUID.randomUUID();
        var producer = success.producer();
        producer.send(producer.finalized(invoice, account, Caller.today()));
        var path = "/customers/" + account;
        success.eventually(
                path, customer -> assertThat(customer.path("invoices")).hasSize(1));

        // A snapshot that could not be applied.
        producer.send(producer.fact(Producer.CONTACTS, "contact.changed", ada, 1, """
                {"id":"%s","accountId":"nobody's","name":"%s","email":"%s"}""".formatted(ada, NAME, EMAIL)));
        success.inRole("ops")
                .eventually(
                        "/dead-letters",
                        letters -> assertThat(letters.path("items")).hasSize(1));

        assertThat(tablesNaming())
                .contains("cohort_case", "customer_care", "message", "promise_step", "success_task", "touch_change");
        var ledger = ledger(account);

        var first = erase(ada);
        assertThat(erase(ada)).isEqualTo(first);
        assertThat(ledger(account)).isEqualTo(ledger.replace(NAME, "[erased]"));

        producer.send(
                producer.contact(ada, account, 7, NAME, EMAIL),
                producer.contact(UUID.randomUUID(), account, 0, "Ben Weiss", "ben@northwind.example"));
        success.eventually(
                path,
                customer -> assertThat(customer.path("contacts").findValuesAsText("name"))
                        .containsExactly("Ben Weiss"));
        var customer = success.get(path).asString();
        assertThat(customer).doesNotContainIgnoringCase("nowak");
        assertThat(Caller.tree(customer).path("invoices")).hasSize(1);
        assertThat(Caller.tree(customer).path("problems")).hasSize(1);
        assertThat(Caller.tree(customer).at("/care/sponsorContactId").isNull()).isTrue();
        var timeline = success.get(path + "/timeline?limit=200").asString();
        assertThat(timeline).doesNotContainIgnoringCase("nowak").contains("Lunch with [erased] on Monday");
        assertThat(timeline).doesNotContain("She wants more", "More, please");
        success.post("/contacts/" + ada + "/exports", "{}").then().statusCode(404);

        assertThat(success.json("/metrics/nps").path("n").asInt()).isEqualTo(2);

        assertThat(tablesNaming()).isEmpty();
    }

    private List<String> tablesNaming() {
        return Sql.column("SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                        + " AND column_name = 'tenant_id'")
                .stream()
                .filter(table -> Sql.column(
                                "SELECT to_jsonb(t)::text FROM \"" + table + "\" t WHERE tenant_id = ?",
                                success.tenant())
                        .stream()
                        .anyMatch(row -> row.toLowerCase(Locale.ROOT).contains("nowak")))
                .toList();
    }

    /** The promise, what was measured and every step it took. */
    private String ledger(UUID account) {
        var promises = success.json("/promises?accountId=" + account);
        var history = success.get("/promises/" + promises.at("/items/0/id").asText() + "/history")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(Caller.tree(history).path("items").findValuesAsText("step"))
                .contains("MEASURE", "CONFIRM", "CONTEST");
        return promises + history;
    }

    /** What is kept for ever nobody can erase; invitations to surveys go by themselves after seven days. */
    @Test
    void shouldNamePeopleInNothingThatIsPublishedForEver() {
        told(success.customer(10));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.records(SuccessEvents.TASK_OPENED.topic(), success.tenant()))
                        .anyMatch(record -> record.value().contains("Written down by somebody")));
        for (var event : List.of(
                SuccessEvents.TASK_OPENED,
                SuccessEvents.PROMISE_CONFIRMED,
                SuccessEvents.REQUEST_CHANGED,
                SuccessEvents.SCORE_CHANGED)) {
            assertThat(Topic.records(event.topic(), success.tenant()))
                    .as(event.topic())
                    .noneMatch(record -> record.value() != null
                            && record.value().toLowerCase(Locale.ROOT).contains("nowak"));
        }
    }

    @Test
    void shouldTellNobodyWhoGaveTheirWord() {
        told(success.customer(10));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var told = Topic.records(SuccessEvents.PROMISE_CONFIRMED.topic(), success.tenant());
            assertThat(told).hasSize(2);
            assertThat(told).noneMatch(record -> record.value().contains("Nowak"));
        });
    }

    @Test
    void shouldStillNotWriteToWhoWantedNoMoreAsTheContactOfAnotherCustomer() {
        var sandbox = Caller.sandbox();
        sandbox.producer().send(sandbox.producer().clock(Instant.parse("2025-03-03T12:00:00Z")));
        var here = sandbox.customer(10, LocalDate.of(2025, 1, 1));
        var there = sandbox.customer(10, LocalDate.of(2025, 1, 1));
        var ada = sandbox.contact(here, NAME);
        sandbox.contact(there, NAME);
        unsubscribe(sandbox, message(sandbox, here));
        sandbox.inRole("admin")
                .post("/contacts/" + ada + "/erasures", "{}")
                .then()
                .statusCode(200);

        sandbox.eventually("/messages/" + message(sandbox, there), message -> {
            assertThat(message.path("status").asText()).isEqualTo("SUPPRESSED");
            assertThat(message.path("reason").asText()).isEqualTo("unsubscribed");
        });
        assertThat(Sql.column("SELECT recipient FROM message_opt_out WHERE tenant_id = ?", sandbox.tenant()))
                .hasSize(1)
                .noneMatch(recipient -> recipient.contains("nowak"));
    }

    private static String message(Caller caller, UUID account) {
        return caller.http()
                .contentType("application/json")
                .header("Idempotency-Key", "message-" + account)
                .body("""
                        {"accountId":"%s","recipient":"%s","template":"welcome","zone":"UTC","values":{"manager":"Mila"}}""".formatted(account, EMAIL))
                .post("/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void shouldCountAnErasedUserOnUnderOneAndTheSamePseudonym() {
        var account = success.customer(10);
        var ada = told(account);
        success.use(account, 2);
        var event = Caller.usage(UUID.randomUUID().toString(), account, EMAIL, "1", Instant.now());
        success.post("/usage-events", "{\"events\":[" + event + "]}").then().statusCode(202);
        var licences = "/customers/" + account + "/licences";
        success.eventually(
                licences, use -> assertThat(use.path("active").asInt()).isEqualTo(3));

        erase(ada);
        assertThat(success.json(licences).path("active").asInt()).isEqualTo(3);

        // Late, under both names: the address is a pseudonym now, and so is anna, who is counted for the first time.
        for (var user : List.of(EMAIL, "anna")) {
            var late = Caller.usage(UUID.randomUUID().toString(), account, user, "5", Instant.now());
            success.post("/usage-events", "{\"events\":[" + late + "]}").then().statusCode(202);
        }
        success.eventually(
                licences, use -> assertThat(use.path("active").asInt()).isEqualTo(4));
        assertThat(Sql.column(
                        "SELECT DISTINCT user_id FROM usage_day WHERE tenant_id = ? AND user_id NOT LIKE 'user-%'",
                        success.tenant()))
                .hasSize(2)
                .allMatch(user -> user.startsWith("erased-"));
    }

    @Test
    void shouldTellTheOtherServicesWithoutSayingWhoItWas() {
        var account = success.customer(10);
        var ada = told(account);
        erase(ada);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var told = Topic.records(SuccessEvents.CONTACT_ERASED.topic(), success.tenant());
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().key()).isEqualTo(ada.toString());
            assertThat(Topic.header(told.getFirst(), "ce_type")).isEqualTo(SuccessEvents.CONTACT_ERASED.type());
            assertThat(told.getFirst().value())
                    .contains(ada.toString(), account.toString())
                    .doesNotContainIgnoringCase("nowak");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"userIds":[" "]}       | /userIds/0 | value-missing
        {"userIds":"anna"}      | /userIds   | wrong-type
        {"email":"a@b.example"} | /email     | unknown-property
        """)
    void shouldPointAtTheFault(String body, String pointer, String code) {
        admin.post("/contacts/" + UUID.randomUUID() + "/erasures", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shouldNotEraseWhomNobodyKnows() {
        var ada = told(success.customer(10));
        admin.post("/contacts/" + UUID.randomUUID() + "/erasures", "{}")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        Caller.fresh()
                .inRole("admin")
                .post("/contacts/" + ada + "/erasures", "{}")
                .then()
                .statusCode(404);
    }

    private String erase(UUID contact) {
        return admin.post("/contacts/" + contact + "/erasures", "{\"userIds\":[\"anna\"]}")
                .then()
                .statusCode(200)
                .body("contactId", equalTo(contact.toString()))
                .extract()
                .asString();
    }

    private void step(String promise, String step, String body) {
        var path = "/promises/" + promise;
        success.post(path + "/" + step, success.get(path).header("ETag"), body)
                .then()
                .statusCode(200);
    }

    /** A person of whom much is kept. */
    private UUID told(UUID account) {
        var ada = success.contact(account, NAME);
        var path = "/customers/" + account;
        success.post(path + "/notes", "{\"text\":\"Lunch with ada nowak on Monday\"}")
                .then()
                .statusCode(201);
        success.post(path + "/interactions", """
            {"kind":"MEETING","contactId":"%s","summary":"She wants more"}\
            """.formatted(ada)).then().statusCode(201);
        success.post("/problems", """
            {"accountId":"%s","title":"Login of Ada Nowak fails","severity":"LOW","contactId":"%s",
            "description":"Ask %s"}\
            """.formatted(account, ada, EMAIL)).then().statusCode(201);
        success.post("/feedback", """
            {"accountId":"%s","kind":"WISH","text":"More, please","productId":"%s","contactId":"%s"}\
            """.formatted(account, Producer.named("product"), ada))
                .then()
                .statusCode(201);
        success.post("/survey-answers", """
            {"accountId":"%s","kind":"NPS","value":9,"respondent":"%s","comment":"Thanks"}\
            """.formatted(account, EMAIL)).then().statusCode(201);
        success.post("/survey-answers", """
            {"accountId":"%s","kind":"NPS","value":3,"respondent":"ben","comment":"Ada Nowak helped"}\
            """.formatted(account)).then().statusCode(201);
        var promise =
                success.json("/promises?accountId=" + account).at("/items/0/id").asText();
        success.post("/promises/" + promise + "/measurements", """
            {"value":"71","measuredOn":"2025-04-15","note":"As Ada Nowak counted"}\
            """).then().statusCode(201);
        step(promise, "confirmations", "{\"confirmedBy\":\"Ada Nowak, HR head\"}");
        step(promise, "contests", """
            {"contestedBy":"Ada Nowak","reason":"Ada Nowak counted wrongly"}""");
        var message = message(success, account);
        unsubscribe(success, message);
        writtenByOthers(account, ada);
        return ada;
    }

    /** Where only others wrote of her. */
    private void writtenByOthers(UUID account, UUID ada) {
        var path = "/customers/" + account;
        success.post("/messages", """
            {"accountId":"%s","recipient":"ben@northwind.example","template":"welcome","zone":"UTC",
            "values":{"manager":"Ada Nowak"}}\
            """.formatted(account)).then().statusCode(201);
        var task = success.post("/tasks", """
                {"accountId":"%s","reason":"Call Ada Nowak back","dueOn":"%s"}""".formatted(account, Caller.today().plusDays(5)))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        success.post(
                        "/tasks/" + task + "/completions",
                        success.get("/tasks/" + task).header("ETag"),
                        "{\"outcome\":\"RESOLVED\",\"note\":\"Ada Nowak was away\"}")
                .then()
                .statusCode(200);
        success.post(path + "/touch-changes", "{\"model\":\"LOW\",\"reason\":\"As Ada Nowak wants\"}")
                .then()
                .statusCode(201);
        admin.http()
                .contentType("application/json")
                .body("{\"type\":\"TEXT\"}")
                .put("/customer-attributes/champion")
                .then()
                .statusCode(200);
        success.patch(path + "/care", success.get(path + "/care").header("ETag"), """
            {"sponsorContactId":"%s","attributes":{"champion":"ada nowak, mostly"}}""".formatted(ada))
                .then()
                .statusCode(200);
        var draft = success.post("/surveys", """
            {"name":"Quarterly","kind":"CES","questions":{"en":"How easy?","ru":"Как легко?"}}""");
        var survey = draft.then().statusCode(201).extract().<String>path("id");
        success.post("/surveys/" + survey + "/activations", draft.header("ETag"), "")
                .then()
                .statusCode(200);
        success.post("/surveys/" + survey + "/waves", """
            {"audience":{"people":[{"accountId":"%s","respondent":"%s"}]}}""".formatted(account, EMAIL))
                .then()
                .statusCode(201);
        Sql.run("""
            INSERT INTO cohort_case (tenant_id, id, version, start_month, age, summary, state, owner, due_on, opened_at, close_note)
            VALUES ('%s', gen_random_uuid(), 0, 1, 1, 's', 'CLOSED', 'mila', now(), now(), 'Ada Nowak left')""".formatted(success.tenant()));
    }

    private static void unsubscribe(Caller caller, String message) {
        var body = caller.json("/messages/" + message).path("body").asText();
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(body.substring(body.lastIndexOf("/unsubscribe-pages/")))
                .then()
                .statusCode(200);
    }
}
