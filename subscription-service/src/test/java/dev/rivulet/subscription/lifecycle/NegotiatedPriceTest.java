package dev.rivulet.subscription.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was agreed on with one customer is what that customer pays, until something else is agreed on. */
@QuarkusTest
class NegotiatedPriceTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    private Contract sign(UUID plan, Map<String, ?> prices) {
        return catalog.sign(catalog.account(), plan, Map.of("seats", 10, "prices", prices));
    }

    @Test
    void shouldBeThePriceOfTheComponentsItNames() {
        var plan = catalog.plan("31.00");
        catalog.price(plan, "seat", Map.of("model", "PER_UNIT", "amount", "5.00"), Map.of());

        var contract = sign(plan, Map.of("seat", catalog.money("3.10")));

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00");
        assertThat(contract.view().at("/price/amount").asText()).isEqualTo("62.00");
        assertThat(contract.mrr()).isEqualTo("62.00");
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("seat-changes", Map.of("seats", 20));
        assertThat(contract.lines("2025-01-11"))
                .containsExactlyInAnyOrder(
                        "RECURRING 2025-01-11..2025-02-01 42.00", "CREDIT 2025-01-11..2025-02-01 -21.00");
    }

    /** Kill Bill: testChangePlanWithRecurringPriceOverride, the same plan at another price. */
    @Test
    void shouldBeAgreedOnAnewWithAPlanChange() {
        var plan = catalog.plan("249.95");
        var contract = sign(plan, Map.of());

        contract.decide(
                "plan-changes",
                Map.of("planId", plan, "when", "NOW", "prices", Map.of("base", catalog.money("279.95"))));
        assertThat(contract.lines("2025-01-01"))
                .containsExactlyInAnyOrder(
                        "RECURRING 2025-01-01..2025-02-01 249.95",
                        "RECURRING 2025-01-01..2025-02-01 279.95",
                        "CREDIT 2025-01-01..2025-02-01 -249.95");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 279.95");
        contract.decide("plan-changes", Map.of("planId", plan, "when", "END_OF_PERIOD"));
        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(contract.lines("2025-03-01")).containsExactly("RECURRING 2025-03-01..2025-04-01 249.95");
    }

    @Test
    void shouldOutliveANewerVersionOfThePlan() {
        var plan = catalog.plan("49.00");
        var negotiated = sign(plan, Map.of("base", catalog.money("40.00")));
        var listed = sign(plan, Map.of());

        shop.publishVersion(
                plan, 2, "59.00", "2025-01-01T09:00:00Z", Map.of("rollout", Map.of("policy", "AT_RENEWAL")));
        await().atMost(60, SECONDS)
                .untilAsserted(
                        () -> shop.as("billing").get("/plan-rollouts").then().body("items.done", equalTo(List.of(2))));
        shop.moveClock("2025-02-01T10:00:00Z");

        assertThat(listed.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 59.00");
        assertThat(negotiated.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 40.00");
        assertThat(negotiated.view().get("planVersion").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "none,  1.00, EUR, 422, component-unknown,      /prices",
        "base,  1.00, USD, 422, currency-mismatch,      /prices/base",
        "base, -1.00, EUR, 400, amount-negative,        /prices/base/amount",
        "tier,  1.00, EUR, 422, negotiated-price-model, /prices/tier"
    })
    void shouldRefuseWhatCannotBeAgreedOn(
            String component, String amount, String currency, int status, String code, String pointer) {
        var plan = catalog.plan("31.00");
        catalog.price(plan, "tier", Map.of("model", "VOLUME", "tiers", List.of(Map.of("unitPrice", "1.00"))), Map.of());
        var request = catalog.request(
                catalog.account(),
                plan,
                Map.of("prices", Map.of(component, Map.of("amount", amount, "currency", currency))));

        shop.as("sales")
                .body(request)
                .post("/subscriptions")
                .then()
                .statusCode(status)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    /** More than an amount can hold is nobody's price. */
    @Test
    void shouldRefuseWhatIsTooMuch() {
        var plan = catalog.seatPlan("1000000000000", Map.of());
        var request = catalog.request(catalog.account(), plan, Map.of("seats", 100_000));
        shop.as("sales")
                .body(request)
                .post("/subscriptions")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("amount-too-large"))
                .body("errors[0].pointer", equalTo("/seats"));
        var contract = catalog.sign(plan);

        contract.tryTo("seat-changes", Map.of("seats", 100_000))
                .statusCode(422)
                .body("code", equalTo("amount-too-large"));
        contract.tryTo("plan-changes", Map.of("planId", plan, "seats", 100_000))
                .statusCode(422)
                .body("code", equalTo("amount-too-large"));
    }
}
