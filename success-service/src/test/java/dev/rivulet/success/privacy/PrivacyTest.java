package dev.rivulet.success.privacy;

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
        assertThat(export.at("/parts/timeline")).hasSize(3);
        assertThat(export.at("/parts/usage")).hasSize(1);
        assertThat(export.at("/parts/usage/0/userId").asText()).isEqualTo("user-1");
        assertThat(export.at("/parts/usage/0/quantity").asText()).isEqualTo("1");
        var others = Caller.tree(
                success.post("/contacts/" + other + "/exports", "{}").asString());
        assertThat(others.at("/parts/timeline")).isEmpty();
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
        success.patch(path + "/care", "\"0\"", "{\"sponsorContactId\":\"" + ada + "\"}")
                .then()
                .statusCode(200);
        success.eventually(
                path, customer -> assertThat(customer.path("invoices")).hasSize(1));

        var first = erase(ada);
        assertThat(erase(ada)).isEqualTo(first);

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

        var tables = Sql.column("SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND column_name = 'tenant_id' AND table_name NOT IN ('outbox', 'idempotency_key')");
        for (var table : tables) {
            assertThat(Sql.column(
                            "SELECT to_jsonb(t)::text FROM \"" + table + "\" t WHERE tenant_id = ?", success.tenant()))
                    .as(table)
                    .noneMatch(row -> row.toLowerCase(Locale.ROOT).contains("nowak"));
        }
    }

    @Test
    void shouldTellTheOtherServicesWithoutSayingWhoItWas() {
        var account = success.customer(10);
        var ada = told(account);
        erase(ada);
        await().untilAsserted(() -> {
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

    /** A person of whom much is kept. */
    private UUID told(UUID account) {
        var ada = success.contact(account, NAME);
        var path = "/customers/" + account;
        success.post(path + "/notes", "{\"text\":\"Lunch with ada nowak on Monday\"}")
                .then()
                .statusCode(201);
        success.post(path + "/interactions", """
                {"kind":"MEETING","contactId":"%s","summary":"She wants more"}""".formatted(ada)).then().statusCode(201);
        success.post("/problems", """
                {"accountId":"%s","title":"Login of Ada Nowak fails","severity":"LOW","contactId":"%s",
                "description":"Ask %s"}""".formatted(account, ada, EMAIL)).then().statusCode(201);
        success.post("/feedback", """
                {"accountId":"%s","kind":"WISH","text":"More, please","productId":"%s","contactId":"%s"}""".formatted(account, Producer.named("product"), ada))
                .then()
                .statusCode(201);
        return ada;
    }
}
