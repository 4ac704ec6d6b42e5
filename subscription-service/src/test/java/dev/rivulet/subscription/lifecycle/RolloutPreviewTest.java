package dev.rivulet.subscription.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Rehearsed;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions that were for new customers alone come to earlier ones too; before that, what would come of it is shown. */
@QuarkusTest
class RolloutPreviewTest {

    private Shop shop;
    private UUID plan;
    private UUID proposition;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-15T10:00:00Z");
        plan = shop.plan("49.00");
        proposition = shop.proposition();
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    private Contract contract(UUID account) {
        return new Contract(shop, account, shop.subscribe(account, plan, proposition));
    }

    private Contract contract() {
        return contract(shop.account("UTC", "EUR"));
    }

    /** Version 2, for new customers alone, and heard of. */
    private void publish(String amount) {
        shop.publishVersion(plan, 2, amount, Map.of("policy", "NEW_ONLY"));
        await().atMost(60, SECONDS).until(() -> preview("limit=1").extract().statusCode() == 200);
    }

    private ValidatableResponse preview(String more) {
        return shop.as("ops")
                .get("/plan-rollout-previews?planVersion=2&planId=" + plan + "&" + more)
                .then();
    }

    private ValidatableResponse start(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("planId", plan, "planVersion", 2));
        body.putAll(more);
        return shop.as("sales").body(body).post("/plan-rollouts").then();
    }

    private void awaitAllDecided(UUID rollout) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> shop.as("ops")
                        .get("/plan-rollouts/" + rollout)
                        .then()
                        .body("counted", equalTo(true))
                        .body("failed", equalTo(0))
                        .body("left", equalTo(0)));
    }

    private static JsonNode of(Contract contract, JsonNode previews) {
        return previews.get("items")
                .valueStream()
                .filter(item ->
                        item.get("subscriptionId").asText().equals(contract.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    /** An invoice without what belongs to the occasion. */
    private static String plain(JsonNode invoice) {
        return Contract.plain(JsonNodeFactory.instance.arrayNode().add(invoice));
    }

    @Test
    void shouldShowExactlyTheInvoicesThatComeAndLeaveNoTrace() {
        var account = shop.account("UTC", "EUR");
        var one = contract(account);
        var other = contract(account);
        var alone = contract();
        var ending = contract();
        ending.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        publish("59.00");
        var rehearsed = new Rehearsed(shop, account);
        var before = rehearsed.traces();

        var shown = Contract.read(preview("limit=50").statusCode(200));

        assertThat(rehearsed.traces()).isEqualTo(before);
        assertThat(shown.get("items")).hasSize(4);
        assertThat(of(ending, shown).has("effectiveOn")).isFalse();
        assertThat(of(ending, shown).has("invoice")).isFalse();
        assertThat(of(one, shown).get("effectiveOn").asText()).isEqualTo("2025-02-15");
        assertThat(of(one, shown).at("/invoice/lines"))
                .extracting(line -> line.at("/amount/amount").asText())
                .containsExactly("59.00", "59.00");

        var started = start(Map.of()).statusCode(201).body("policy", equalTo("AT_RENEWAL"));
        var rollout = Shop.id(started);
        started.header("Location", endsWith("/plan-rollouts/" + rollout));
        awaitAllDecided(rollout);
        shop.moveClock("2025-02-15T10:00:00Z").body("failed", equalTo(0));
        for (var contract : List.of(one, other, alone)) {
            assertThat(plain(contract.lastInvoice()))
                    .isEqualTo(plain(of(contract, shown).get("invoice")));
        }
        assertThat(ending.invoices()).hasSize(1);
    }

    @Test
    void shouldNameTheDayAndShowPageByPage() {
        var contracts = List.of(contract(), contract(), contract());
        publish("59.00");

        var shown = new ArrayList<JsonNode>();
        var query = "limit=2&from=2025-03-01";
        for (var page = Contract.read(preview(query)); ; ) {
            page.get("items").forEach(shown::add);
            if (!page.has("nextCursor")) {
                break;
            }
            page = Contract.read(
                    preview(query + "&cursor=" + page.get("nextCursor").asText())
                            .statusCode(200));
        }

        assertThat(shown)
                .extracting(item -> item.get("subscriptionId").asText())
                .containsExactlyElementsOf(
                        contracts.stream().map(each -> each.id().toString()).toList());
        assertThat(shown).extracting(item -> item.get("effectiveOn").asText()).containsOnly("2025-03-15");
        assertThat(shown)
                .extracting(item -> item.at("/invoice/issueDate").asText() + " "
                        + item.at("/invoice/total/amount").asText())
                .containsOnly("2025-03-15 59.00");
        start(Map.of("from", "2025-03-01"))
                .statusCode(201)
                .body("policy", equalTo("FROM"))
                .body("from", equalTo("2025-03-01"));
    }

    @Test
    void shouldShowTheOthersWhereOneFails() {
        var broken = contract();
        var sound = contract();
        publish("59.00");
        Sql.run("UPDATE account SET zone = 'Europe/Atlantis' WHERE id = '" + broken.account() + "'");

        var shown = Contract.read(preview("limit=50").statusCode(200));

        Sql.run("UPDATE account SET zone = 'UTC' WHERE id = '" + broken.account() + "'");
        assertThat(of(broken, shown).get("refusal").asText()).isEqualTo("rollout-failed");
        assertThat(of(broken, shown).has("effectiveOn")).isFalse();
        assertThat(of(sound, shown).at("/invoice/total/amount").asText()).isEqualTo("59.00");
    }

    @Test
    void shouldShowNoInvoiceOfOneAtRest() {
        var resting = contract();
        resting.decide("pauses", Map.of());
        publish("59.00");

        var shown = of(resting, Contract.read(preview("limit=50").statusCode(200)));

        assertThat(shown.get("effectiveOn").asText()).isEqualTo("2025-02-15");
        assertThat(shown.has("invoice")).isFalse();
    }

    @Test
    void shouldBeOfAPublishedVersionThatIsNotOnItsWay() {
        contract();
        preview("limit=1").statusCode(422).body("code", equalTo("plan-version-not-published"));
        start(Map.of()).statusCode(422).body("errors[0].pointer", equalTo("/planVersion"));
        publish("59.00");
        preview("from=2024-12-31").statusCode(422).body("errors[0].pointer", equalTo("?from"));
        start(Map.of("from", "2035-01-01")).statusCode(422).body("code", equalTo("effective-date-range"));
        Shop.live()
                .as("sales")
                .body(Map.of("planId", plan, "planVersion", 2))
                .post("/plan-rollouts")
                .then()
                .statusCode(422);

        awaitAllDecided(Shop.id(start(Map.of()).statusCode(201)));

        start(Map.of()).statusCode(409).body("code", equalTo("plan-rollout-exists"));
        preview("limit=1").statusCode(409).body("code", equalTo("plan-rollout-exists"));
    }
}
