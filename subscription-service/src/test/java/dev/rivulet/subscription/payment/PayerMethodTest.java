package dev.rivulet.subscription.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an account is invoiced follows its default payment method; what is too small for that is nobody's trouble. */
@QuarkusTest
class PayerMethodTest {

    @Inject
    Collecting collecting;

    @Inject
    Tenants tenants;

    private Shop shop;
    private Buyer buyer;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        buyer = Buyer.of(shop, Map.of("billingDay", 31));
    }

    private ValidatableResponse method(String type) {
        return shop.as("billing")
                .body(type.equals("BANK_TRANSFER") ? Map.of("type", type) : Map.of("type", type, "token", "ok"))
                .post("/accounts/" + buyer.id + "/payment-methods")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse account() {
        return shop.as("ops").get("/accounts/" + buyer.id).then().statusCode(200);
    }

    @Test
    void shouldFollowTheDefaultMethod() {
        account().body("collectionMethod", equalTo("BANK_TRANSFER"));
        var card = Shop.id(method("CARD_SANDBOX"));
        account().body("collectionMethod", equalTo("CARD"));
        var bank = Shop.id(method("BANK_TRANSFER"));
        account().body("collectionMethod", equalTo("CARD"));

        var methods = "/accounts/" + buyer.id + "/payment-methods/";
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .post(methods + bank + "/preferences")
                .then()
                .statusCode(200);
        account().body("collectionMethod", equalTo("BANK_TRANSFER"));
        List<Map<String, Object>> all =
                shop.as("billing").get(methods).then().extract().path("items");
        var version = all.stream()
                .filter(each -> each.get("id").equals(card.toString()))
                .findFirst()
                .orElseThrow()
                .get("version");
        shop.as("billing")
                .header("If-Match", "\"" + version + "\"")
                .post(methods + card + "/preferences")
                .then()
                .statusCode(200);
        account().body("collectionMethod", equalTo("CARD"));
    }

    /** The sandbox's card takes 0.50 at least, so 0.40 waits; by bank transfer there is no such least. */
    @Test
    void shouldCarryOnWhatTheProviderDoesNotTake() {
        method("CARD_SANDBOX");
        buyer.charge("0.40");
        shop.moveClock("2025-02-28T10:00:00Z").statusCode(200);
        assertThat(buyer.invoices()).isEmpty();
        assertThat(buyer.charges().getFirst()).extracting("status").isEqualTo("PENDING");

        buyer.charge("0.20");
        shop.moveClock("2025-03-31T10:00:00Z").statusCode(200);

        assertThat(buyer.invoices()).singleElement().extracting("status").isEqualTo("PAID");
    }

    @Test
    void shouldNeitherCollectNorDunWhatIsBelowTheMinimum() {
        shop.as("billing")
                .body(Map.of(
                        "name",
                        "Strict",
                        "steps",
                        List.of(
                                Map.of("daysOverdue", 1, "action", "REMIND"),
                                Map.of("daysOverdue", 2, "action", "SUSPEND"))))
                .post("/dunning-policies")
                .then()
                .statusCode(201);
        method("CARD_SANDBOX");
        buyer.charge("0.40");
        // Carried on for its longest, 90 days from the end of January, then asked for.
        shop.moveClock("2025-05-02T10:00:00Z").statusCode(200);
        var small = buyer.invoices();
        assertThat(small).singleElement().satisfies(invoice -> {
            assertThat(invoice).containsEntry("belowMinimum", true).containsEntry("status", "FINALIZED");
        });
        buyer.charge("5.00");
        shop.moveClock("2025-06-01T10:00:00Z").statusCode(200);
        tenants.as(shop.tenant, collecting::collectDue);

        assertThat(buyer.invoices())
                .extracting(invoice -> invoice.get("status"))
                .containsExactly("FINALIZED", "PAID");
        shop.moveClock("2025-08-01T10:00:00Z").statusCode(200);
        shop.as("billing").get("/dunning-cases").then().statusCode(200).body("items", hasSize(0));
        // Its payer may pay it all the same.
        shop.pay(small.getFirst().get("id"), "0.40", "EUR", "T-1", "2025-08-01").statusCode(201);
        shop.as("ops").get("/invoices?accountId=" + buyer.id).then().body("items.status", contains("PAID", "PAID"));
    }
}
