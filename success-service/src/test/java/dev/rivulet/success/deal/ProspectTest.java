package dev.rivulet.success.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProspectTest {

    private static final Instant CONTRACTING = Instant.parse("2025-03-01T09:30:00Z");
    private static final Instant SIGNED = Instant.parse("2025-03-15T12:00:00Z");

    private final Caller success = Caller.fresh();
    private final UUID deal = UUID.randomUUID();

    @Test
    void shouldBeACustomerToBeUntilItSigns() {
        var producer = success.producer();
        producer.send(
                producer.deal(deal, null, 0, "NEGOTIATION", CONTRACTING.minusSeconds(3_600)),
                producer.deal(deal, null, 1, "CONTRACTING", CONTRACTING));
        success.eventually("/customers", page -> {
            assertThat(page.path("items")).hasSize(1);
            assertThat(page.at("/items/0/id").asText()).isEqualTo(deal.toString());
            assertThat(page.at("/items/0/status").asText()).isEqualTo("PROSPECT");
            assertThat(page.at("/items/0/name").asText()).isEqualTo("Northwind");
        });
        var path = "/customers/" + deal;
        success.patch(path + "/care", "\"0\"", "{\"manager\":\"mila\"}").then().statusCode(200);
        success.post(path + "/notes", "{\"text\":\"Kick-off on Monday\"}")
                .then()
                .statusCode(201);
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"NPS","value":9,"respondent":"r"}""".formatted(deal)).then().statusCode(422);

        var account = UUID.randomUUID();
        producer.send(
                producer.account(account, 0, "Northwind", "Europe/Berlin"),
                producer.deal(deal, account, 2, "WON", SIGNED));

        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.at("/care/manager").asText()).isEqualTo("mila");
            assertThat(customer.path("status").asText()).isEqualTo("NEW");
            assertThat(customer.at("/deals/0/stage").asText()).isEqualTo("WON");
        });
        assertThat(success.json("/customers/" + account + "/timeline").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("NOTE", "MANAGER_CHANGED", "CONTRACTING_STARTED", "DEAL_WON");
        success.get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("JOINED"))
                .body("joinedTo", equalTo(account.toString()));
        assertThat(success.json("/customers").findValuesAsText("id")).containsExactly(account.toString());
        assertThat(success.json("/customers?status=JOINED").findValuesAsText("id"))
                .containsExactly(deal.toString());
    }

    @Test
    void shouldLeaveAManagerAloneWhoLooksAfterTheCustomerAlready() {
        var producer = success.producer();
        var account = success.customer(5);
        success.patch("/customers/" + account + "/care", "\"0\"", "{\"manager\":\"otto\"}")
                .then()
                .statusCode(200);
        producer.send(producer.deal(deal, null, 0, "CONTRACTING", CONTRACTING));
        success.eventually(
                "/customers?status=PROSPECT",
                page -> assertThat(page.path("items")).hasSize(1));
        success.patch("/customers/" + deal + "/care", "\"0\"", "{\"manager\":\"mila\"}")
                .then()
                .statusCode(200);

        producer.send(producer.deal(deal, account, 1, "WON", SIGNED));

        success.eventually(
                "/customers?status=JOINED",
                page -> assertThat(page.path("items")).hasSize(1));
        assertThat(success.json("/customers/" + account + "/care")
                        .path("manager")
                        .asText())
                .isEqualTo("otto");
    }

    @Test
    void shouldBeOutOfSightWhenLost() {
        var producer = success.producer();
        producer.send(producer.deal(deal, null, 0, "CONTRACTING", CONTRACTING));
        success.eventually("/customers", page -> assertThat(page.path("items")).hasSize(1));
        producer.send(producer.deal(deal, null, 1, "LOST", SIGNED));
        success.eventually("/customers", page -> assertThat(page.path("items")).isEmpty());
        assertThat(success.json("/customers?status=LOST").path("items")).hasSize(1);
        assertThat(success.json("/customers/" + deal + "/timeline?kind=DEAL_LOST")
                        .at("/items/0/facts/reason")
                        .asText())
                .isEqualTo("PRICE");
    }

    @Test
    void shouldNotKnowADealThatIsNotNearSignature() {
        var producer = success.producer();
        var known = UUID.randomUUID();
        producer.send(
                producer.deal(deal, null, 0, "PROPOSED", CONTRACTING),
                producer.deal(known, null, 0, "CONTRACTING", CONTRACTING));
        success.eventually(
                "/customers/" + known,
                customer -> assertThat(customer.path("deals")).hasSize(1));
        success.get("/customers/" + deal).then().statusCode(404);
    }
}
