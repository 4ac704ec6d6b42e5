package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who pays already is to buy more: its journey takes nothing away from it. */
@QuarkusTest
class UpsellTest {

    private final Caller success = Caller.fresh();
    private final Producer producer = success.producer();
    private final UUID deal = UUID.randomUUID();
    private UUID account;

    @BeforeEach
    void aCustomerAndAManagerWithTime() {
        account = success.customer(10);
        success.http()
                .contentType("application/json")
                .body("{\"hoursPerWeek\":\"40\"}")
                .put("/managers/mila/capacity")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldLeaveAPremiumCustomerWithItsManagerWhateverBecomesOfTheDeal() {
        touch("HIGH");
        producer.send(producer.contracting(deal, account));
        journey(journey -> assertThat(journey.path("waitsFor").asText()).isEqualTo("SUBSCRIBED"));
        touchShouldBe("HIGH", 16, "by hand");

        producer.send(producer.lost(deal));
        journey(journey -> assertThat(journey.path("outcome").asText()).isEqualTo("LOST"));
        touchShouldBe("HIGH", 16, "by hand");
    }

    @Test
    void shouldGoBackToTheTouchBeforeTheDealWhenItIsLost() {
        producer.send(producer.contracting(deal, account));
        journey(journey -> assertThat(journey.path("waitsFor").asText()).isEqualTo("SUBSCRIBED"));
        touchShouldBe("LOW", 8, "contracting");
        producer.send(producer.lost(deal));
        journey(journey -> assertThat(journey.path("outcome").asText()).isEqualTo("LOST"));
        touchShouldBe("TECH", 0, "deal-lost");
    }

    @Test
    void shouldKeepWhatWasDecidedWhileTheDealWasOpen() {
        producer.send(producer.contracting(deal, account));
        journey(journey -> assertThat(journey.path("waitsFor").asText()).isEqualTo("SUBSCRIBED"));
        touch("HIGH");
        producer.send(producer.lost(deal));
        journey(journey -> assertThat(journey.path("outcome").asText()).isEqualTo("LOST"));
        touchShouldBe("HIGH", 16, "by hand");
    }

    @Test
    void shouldStartTheTwoMonthsWithTheSignatureAndNotWithWhatTheCustomerHadBefore() {
        producer.send(producer.contracting(deal, account));
        journey(journey -> assertThat(journey.path("waitsFor").asText()).isEqualTo("SUBSCRIBED"));
        var old = UUID.randomUUID();
        producer.send(producer.subscription(old, account, 0, 5, Caller.today().minusDays(30)));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("seats").asInt()).isEqualTo(15));
        journey(journey -> assertThat(journey.path("waitsFor").asText()).isEqualTo("SUBSCRIBED"));

        producer.send(producer.won(deal, account));
        journey(journey -> assertThat(journey.path("nextStep").asText()).isEqualTo("used"));
    }

    @Test
    void shouldStartTheTwoMonthsWithASubscriptionBegunSince() {
        producer.send(producer.contracting(deal, account));
        journey(journey -> assertThat(journey.path("waitsFor").asText()).isEqualTo("SUBSCRIBED"));
        producer.send(producer.subscription(UUID.randomUUID(), account, 0, 5, Caller.today()));
        journey(journey -> assertThat(journey.path("nextStep").asText()).isEqualTo("used"));
    }

    @Test
    void shouldNotTakeAManagerAwayWhenACustomerRelapses() {
        var journey = Caller.tree(success.post("/journeys", """
                        {"key":"glance","name":"Glance","definition":{"touch":"LOW","atContracting":false,"steps":[
                        {"key":"look","type":"REVIEW"},{"key":"again","type":"WAIT","days":1}],
                        "exit":{"criteria":[{"kind":"LICENCES","at":"30"}],"extendDays":1,"mostExtensions":0},
                        "relapse":{"scoreBelow":"50","startAt":"again"}}}""").asString())
                .path("id")
                .asText();
        success.post("/journeys/" + journey + "/publications", "\"0\"", "{}")
                .then()
                .statusCode(200);
        success.use(account, 4);
        success.answer(account, "hr-head", 10);
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"glance\"}")
                .then()
                .statusCode(201);
        journey(walked -> assertThat(walked.path("outcome").asText()).isEqualTo("GRADUATED"));
        touchShouldBe("TECH", 0, "graduated");

        touch("HIGH");
        success.answer(account, "hr-head", 0);
        journey(walked -> {
            assertThat(walked.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(walked.at("/taken/0/step").asText()).isEqualTo("again");
        });
        touchShouldBe("HIGH", 16, "by hand");
    }

    private void touch(String model) {
        success.post(
                        "/customers/" + account + "/touch-changes",
                        "{\"model\":\"" + model + "\",\"manager\":\"mila\",\"reason\":\"by hand\"}")
                .then()
                .statusCode(201);
    }

    private void touchShouldBe(String model, float hours, String reason) {
        success.get("/customers/" + account + "/touch")
                .then()
                .body("model", equalTo(model))
                .body("manager", equalTo("mila"))
                .body("hours", equalTo(hours))
                .body("changes[0].reason", equalTo(reason));
    }

    private void journey(Consumer<JsonNode> check) {
        success.eventually("/customers/" + account + "/journey", check);
    }
}
