package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is foreseen is what happens when nobody decides anything meanwhile. */
@QuarkusTest
class ForecastTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    @Test
    void shouldComeTrue() {
        var account = catalog.account();
        var phased = catalog.plan(
                "62.00", Map.of("trialDays", 10, "phases", List.of(Map.of("months", 2, "discountPercent", "25"))));
        var contract = catalog.sign(account, phased, Map.of());
        catalog.sign(account, catalog.plan("31.00", Map.of("billing", "IN_ARREARS")), Map.of());
        var leaving = catalog.sign(account, catalog.seatPlan("3.10", Map.of()), Map.of("seats", 10));
        catalog.sign(account, catalog.plan("365.00", Map.of("period", "YEAR")), Map.of("startDate", "2025-03-07"));
        shop.moveClock("2025-01-11T10:00:00Z");
        leaving.decide("cancellations", Map.of("effective", "DATE", "on", "2025-03-15"));
        contract.decide("plan-changes", Map.of("planId", catalog.plan("93.00"), "when", "DATE", "on", "2025-04-20"));

        var foreseen = forecast(contract, 6);
        var before = contract.invoices().size();
        shop.moveClock("2025-07-11T00:00:00Z").statusCode(200);

        assertThat(foreseen.get("until").asText()).isEqualTo("2025-07-11");
        assertThat(Contract.plain(foreseen.get("invoices")))
                .isEqualTo(Contract.plain(
                        array(contract.invoices().stream().skip(before).toList())));
        assertThat(foreseen.get("pending")).isEmpty();
    }

    @Test
    void shouldForeseeNothingOfWhatIsOver() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));

        assertThat(forecast(contract, 36).get("invoices")).isEmpty();
        assertThat(contract.view().get("status").asText()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"0, months-range", "37, months-range", "x, parameter-invalid"})
    void shouldLookNeitherBackNorTooFar(String months, String code) {
        shop.as("ops")
                .get("/accounts/" + catalog.account() + "/forecast?months=" + months)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo("?months"));
    }

    private JsonNode forecast(Contract contract, int months) {
        return Contract.read(shop.as("ops")
                .get("/accounts/" + contract.account() + "/forecast?months=" + months)
                .then()
                .statusCode(200));
    }

    private static JsonNode array(List<JsonNode> documents) {
        return new ObjectMapper().createArrayNode().addAll(documents);
    }
}
