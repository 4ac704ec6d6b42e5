package dev.rivulet.success.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada Kern has married and is Ada Nowak now, with another address; what went by the name of before is hers as well. */
@QuarkusTest
class EarlierAddressTest {

    private static final String BEFORE = "Ada.Kern@northwind.example";
    private static final String NOW = "ada.nowak@northwind.example";

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");
    private final Producer producer = success.producer();
    private final UUID ada = UUID.randomUUID();
    private UUID account;

    @BeforeEach
    void twoNames() {
        account = success.customer(10);
        named(0, "Ada Kern", BEFORE);
        writeOf(BEFORE);
        named(1, "Ada Nowak", NOW);
        writeOf(NOW);
    }

    @Test
    void shouldEraseWhatWentByAnEarlierNameOrAddress() {
        for (var name : List.of("kern", "nowak")) {
            assertThat(tablesWith(name))
                    .contains(
                            "contact_identity",
                            "customer_care",
                            "cohort_case",
                            "licence_assignment",
                            "message",
                            "message_link",
                            "message_opt_out",
                            "promise_measurement",
                            "success_task",
                            "survey_anonymous_answer",
                            "survey_answer",
                            "survey_asked",
                            "survey_invitation",
                            "survey_wave",
                            "timeline_entry",
                            "touch_change",
                            "usage_conflict",
                            "usage_day",
                            "usage_event",
                            "usage_user_month");
        }

        erase();

        assertThat(tablesWith("kern")).isEmpty();
        assertThat(tablesWith("nowak")).isEmpty();
        var licences = success.json("/customers/" + account + "/licences");
        assertThat(licences.path("active").asInt()).isEqualTo(2);
        for (var address : List.of(BEFORE, NOW)) {
            var again = message(address, "Ben");
            success.eventually(
                    "/messages/" + again,
                    message -> assertThat(message.path("status").asText()).isEqualTo("SUPPRESSED"));
        }
    }

    @Test
    void shouldAskNobodyErasedAgain() {
        erase();
        for (var wave : success.json("/surveys/" + survey() + "/waves").path("items")) {
            assertThat(wave.at("/audience/people").findValuesAsText("respondent"))
                    .doesNotContain(BEFORE, NOW)
                    .contains("ben");
        }
    }

    @Test
    void shouldShowAPersonWhatIsHeldUnderEveryName() {
        success.post("/contacts/" + ada + "/exports", "{}")
                .then()
                .statusCode(200)
                .body("parts.identities.email", hasItems(BEFORE, NOW))
                .body("parts.messages.recipient", hasItems(BEFORE.toLowerCase(Locale.ROOT), NOW))
                .body("parts.answers.respondent", hasItems(BEFORE, NOW))
                .body("parts.anonymousAnswers.text", hasItems("Only " + BEFORE + " helps", "Only " + NOW + " helps"))
                .body("parts.usage.userId", hasItems(BEFORE, NOW));
    }

    @Test
    void shouldEraseWhoIsNoContactAnyMore() {
        producer.send(producer.contactGone(ada, 2));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("contacts")).isEmpty());

        erase();

        assertThat(tablesWith("kern")).isEmpty();
        assertThat(tablesWith("nowak")).isEmpty();
        success.inRole("admin")
                .post("/contacts/" + UUID.randomUUID() + "/erasures", "{}")
                .then()
                .statusCode(404);
    }

    private void erase() {
        admin.post("/contacts/" + ada + "/erasures", "{}").then().statusCode(200);
    }

    private void named(long version, String name, String address) {
        producer.send(producer.contact(ada, account, version, name, address));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("contacts").findValuesAsText("email"))
                        .containsExactly(address));
    }

    /** Something in every table that may hold an address. */
    private void writeOf(String address) {
        var path = "/customers/" + account;
        success.post(path + "/notes", text("text", "Ask " + address + ", she knows"))
                .then()
                .statusCode(201);
        success.post(
                        path + "/touch-changes",
                        "{\"model\":\"%s\",\"reason\":\"As %s wants\"}"
                                .formatted(address.equals(NOW) ? "LOW" : "TECH", address))
                .then()
                .statusCode(201);
        success.post("/tasks", """
                {"accountId":"%s","reason":"Call %s about %s","dueOn":"%s"}""".formatted(
                        account, address, UUID.randomUUID(), Caller.today().plusDays(5)))
                .then()
                .statusCode(201);
        var attribute = address.equals(NOW) ? "champion" : "champion-before";
        admin.http()
                .contentType("application/json")
                .body("{\"type\":\"TEXT\"}")
                .put("/customer-attributes/" + attribute)
                .then()
                .statusCode(200);
        success.patch(
                        path + "/care",
                        success.get(path + "/care").header("ETag"),
                        "{\"attributes\":{\"%s\":\"%s\"}}".formatted(attribute, address))
                .then()
                .statusCode(200);
        var promise =
                success.json("/promises?accountId=" + account).at("/items/0/id").asText();
        success.post("/promises/" + promise + "/measurements", """
                {"value":"71","measuredOn":"%s","note":"%s has counted"}""".formatted(Caller.today(), address))
                .then()
                .statusCode(201);
        used(address);
        asked(address);
        written(address);
    }

    private void used(String address) {
        var id = UUID.randomUUID().toString();
        for (var quantity : List.of("1", "2")) {
            var event = Caller.usage(id, account, address, quantity, Instant.now());
            success.post("/usage-events", "{\"events\":[" + event + "]}").then().statusCode(202);
        }
        success.eventually(
                "/usage-conflicts",
                conflicts -> assertThat(conflicts.path("items").findValuesAsText("userId"))
                        .contains(address));
        success.http()
                .put("/customers/" + account + "/licence-assignments/" + address)
                .then()
                .statusCode(204);
    }

    private void asked(String address) {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":9,"respondent":"%s","comment":"Thanks"}""".formatted(account, address)).then().statusCode(201);
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":9,"respondent":"ben","comment":"%s helped"}""".formatted(account, address)).then().statusCode(201);
        for (var when : List.of("", "\"startsOn\":\"" + Caller.today().plusDays(3) + "\",")) {
            success.post("/surveys/" + survey() + "/waves", """
                {%s"audience":{"people":[{"accountId":"%s","respondent":"%s"},{"accountId":"%s","respondent":"ben"}]}}""".formatted(when, account, address, account))
                    .then()
                    .statusCode(201);
        }
        Sql.run("""
            INSERT INTO survey_anonymous_answer (tenant_id, wave_id, value, comment)
            SELECT tenant_id, id, 3, 'Only %s helps' FROM survey_wave WHERE tenant_id = '%s'""".formatted(address, success.tenant()));
        Sql.run("""
            INSERT INTO cohort_case (tenant_id, id, version, start_month, age, summary, state, owner, due_on, opened_at, close_note)
            VALUES ('%s', gen_random_uuid(), 0, %d, 1, 's', 'CLOSED', 'mila', now(), now(), '%s left')""".formatted(success.tenant(), address.length(), address));
    }

    private void written(String address) {
        var id = message(address, "Ada");
        message("ben@northwind.example", address);
        var body = success.json("/messages/" + id).path("body").asText();
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(body.substring(body.lastIndexOf("/unsubscribe-pages/")))
                .then()
                .statusCode(200);
    }

    private String message(String recipient, String manager) {
        return success.post("/messages", """
                {"accountId":"%s","recipient":"%s","template":"welcome","zone":"UTC","values":{"manager":"%s"}}""".formatted(account, recipient, manager))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The one there is, made when there is none. */
    private String survey() {
        var known = success.json("/surveys").at("/items/0/id").asText();
        if (!known.isEmpty()) {
            return known;
        }
        var draft = success.post("/surveys", """
                {"name":"Quarterly","kind":"CES","questions":{"en":"How easy?","ru":"Как легко?"}}""");
        var id = draft.then().statusCode(201).extract().<String>path("id");
        success.post("/surveys/" + id + "/activations", draft.header("ETag"), "")
                .then()
                .statusCode(200);
        return id;
    }

    private static String text(String property, String value) {
        return "{\"" + property + "\":\"" + value + "\"}";
    }

    private List<String> tablesWith(String name) {
        return Sql.column("SELECT table_name FROM information_schema.columns JOIN information_schema.tables"
                        + " USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
                        + " AND column_name = 'tenant_id' ORDER BY table_name")
                .stream()
                .filter(table -> Sql.number(
                                "SELECT count(*) FROM \"" + table + "\" t WHERE tenant_id = ?"
                                        + " AND strpos(lower(to_jsonb(t)::text), ?) > 0",
                                success.tenant(),
                                name)
                        > 0)
                .toList();
    }
}
