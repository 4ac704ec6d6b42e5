package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription tells which period runs and when it is charged next, by itself and in lists. */
@QuarkusTest
class CurrentPeriodTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    private static String of(JsonNode view) {
        return view.path("currentPeriodStart").asText("-") + " "
                + view.path("currentPeriodEnd").asText("-") + " "
                + view.path("nextChargeOn").asText("-");
    }

    private List<String> listed(Contract contract) {
        var page = Contract.read(shop.as("ops")
                .get("/subscriptions?accountId=" + contract.account())
                .then()
                .statusCode(200));
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(CurrentPeriodTest::of)
                .toList();
    }

    @Test
    void shouldGoOnFromPeriodToPeriod() {
        var contract = catalog.sign(catalog.plan("31.00", Map.of("trialDays", 10)));
        assertThat(of(contract.view())).isEqualTo("2025-01-31 2025-02-10 2025-02-10");

        shop.moveClock("2025-02-10T10:00:00Z");
        assertThat(of(contract.view())).isEqualTo("2025-02-10 2025-03-10 2025-03-10");

        shop.moveClock("2025-03-12T10:00:00Z");
        assertThat(of(contract.view())).isEqualTo("2025-03-10 2025-04-10 2025-04-10");
        assertThat(listed(contract)).containsExactly(of(contract.view()));
    }

    @Test
    void shouldBeToldWithEveryDecision() {
        var account = catalog.account();
        var contract = catalog.sign(account, catalog.plan("31.00"), Map.of());
        catalog.sign(account, catalog.plan("0.00"), Map.of());

        assertThat(of(Contract.read(contract.decide("pauses", Map.of("on", "2025-02-10")))))
                .isEqualTo("2025-01-31 2025-02-28 -");
        assertThat(of(Contract.read(contract.decide("resumptions", Map.of("on", "2025-03-10")))))
                .isEqualTo("2025-01-31 2025-02-28 2025-03-10");
        assertThat(listed(contract)).containsExactly("2025-01-31 2025-02-28 2025-03-10", "2025-01-31 2025-02-28 -");

        assertThat(of(Contract.read(contract.decide("cancellations", Map.of("effective", "NOW")))))
                .isEqualTo("- - -");
    }

    @Test
    void shouldBeToldWithTheSigning() {
        var request = catalog.request(catalog.account(), catalog.plan("31.00"), Map.of("startDate", "2025-03-01"));

        var signed =
                shop.as("sales").body(request).post("/subscriptions").then().statusCode(201);

        assertThat(of(Contract.read(signed))).isEqualTo("- - 2025-03-01");
    }
}
