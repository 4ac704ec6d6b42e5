package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody gets back what nobody pays, and nobody pays what was forgiven: by hand, or because it is too small. */
@QuarkusTest
class ForgivenChargesTest {

    private static final Map<String, String> NOW = Map.of("effective", "NOW");

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

    private ValidatableResponse forgive(Object charge) {
        return shop.as("billing")
                .body(Map.of("reason", "Outage"))
                .post("/charges/" + charge + "/forgivenesses")
                .then();
    }

    /** A month for 31.00 that waits for the 20th, of which 21.00 are to be given back since the 11th. */
    private Contract ended(Buyer buyer) {
        var contract = catalog.sign(buyer.id, catalog.plan("31.00"), Map.of());
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", NOW);
        assertThat(buyer.charges()).extracting("status").containsExactly("PENDING", "PENDING");
        return contract;
    }

    private Buyer onTheTwentieth() {
        return Buyer.atOnce(shop, Metering.utc(Map.of("billingDay", 20)));
    }

    @Test
    void shouldForgiveWhatIsGivenBackWithItsCharge() {
        var buyer = onTheTwentieth();
        var contract = ended(buyer);

        forgive(buyer.charges().getFirst().get("id")).statusCode(200);

        assertThat(buyer.charges()).extracting("status").containsExactly("FORGIVEN", "FORGIVEN");
        shop.moveClock("2025-01-20T10:00:00Z");
        assertThat(contract.lines()).isEmpty();
        assertThat(buyer.balance()).isEqualTo("0.00");
    }

    @Test
    void shouldNotForgiveWhatIsGivenBackAlone() {
        var buyer = onTheTwentieth();
        var contract = ended(buyer);

        forgive(buyer.charges().getLast().get("id")).statusCode(409).body("code", equalTo("charge-is-credit"));

        shop.moveClock("2025-01-20T10:00:00Z");
        assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo("10.00");
    }

    @Test
    void shouldNotChargeForgivenDaysAgainWhenTheEndIsUndone() {
        var buyer = onTheTwentieth();
        var contract = catalog.sign(buyer.id, catalog.plan("31.00"), Map.of());
        shop.moveClock("2025-01-07T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-11", "credit", "PRORATED"));
        assertThat(buyer.charges()).extracting("status").containsExactly("PENDING", "PENDING");
        forgive(buyer.charges().getFirst().get("id")).statusCode(200);

        contract.tryTo("changes/" + contract.changes().getLast().get("id").asText() + "/undoings", null)
                .statusCode(200);

        shop.moveClock("2025-02-20T10:00:00Z");
        assertThat(contract.lines()).containsExactly("2025-02-20 RECURRING 2025-02-01..2025-03-01 31.00");
    }

    private Buyer withMinimum(String policy, Map<String, ?> more) {
        var settings = Metering.utc(more);
        settings.put("minimum", Map.of("amount", Buyer.eur("5.00"), "ageCapDays", 30, "policy", policy));
        return Buyer.atOnce(shop, settings);
    }

    /** What is given back is due only after the charge is forgiven. */
    @Test
    void shouldForgiveWhatIsGivenBackOfWhatIsTooSmall() {
        var buyer = withMinimum("FORGIVE", Map.of("billingDay", 1));
        var contract = catalog.sign(buyer.id, catalog.plan("3.00"), Map.of());
        shop.moveClock("2025-01-16T10:00:00Z");
        contract.decide("cancellations", NOW);

        shop.moveClock("2025-02-01T10:00:00Z");

        assertThat(contract.lines()).isEmpty();
        assertThat(buyer.charges()).extracting("status").containsExactly("FORGIVEN", "FORGIVEN");
        assertThat(buyer.charges()).extracting("note").containsOnly("below-minimum");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    policy , charge is, invoice of, too small to collect
                    COLLECT, INVOICED , 3.00      , true
                    FORCE  , INVOICED , 3.00      , false
                    FORGIVE, FORGIVEN , -         , -
                    """, useHeadersInDisplayName = true)
    void shouldDoAsThePolicySaysAtTheAgeCap(String policy, String status, String total, Boolean belowMinimum) {
        var buyer = withMinimum(policy, Map.of());
        buyer.charge("3.00");
        shop.moveClock("2025-01-01T11:00:00Z");
        shop.moveClock("2025-01-30T10:00:00Z");
        assertThat(buyer.charges()).extracting("status").containsExactly("PENDING");
        assertThat(buyer.invoices()).isEmpty();

        shop.moveClock("2025-01-31T10:00:00Z");

        assertThat(buyer.charges()).extracting("status").containsExactly(status);
        if (total == null) {
            assertThat(buyer.invoices()).isEmpty();
        } else {
            buyer.read((String) buyer.invoices().getFirst().get("id"))
                    .body("total.amount", equalTo(total))
                    .body("status", equalTo("FINALIZED"))
                    .body("belowMinimum", equalTo(belowMinimum));
        }
        // What was settled does not come again with what follows.
        buyer.charge("7.00");
        shop.moveClock("2025-01-31T11:00:00Z");
        buyer.read((String) buyer.invoices().getLast().get("id")).body("total.amount", equalTo("7.00"));
    }
}
