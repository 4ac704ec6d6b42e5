package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days at rest cost nothing, and periods stay where they are. */
@QuarkusTest
class PauseTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    @Test
    void shouldGiveBackTheDaysAtRestAndKeepTheAnchor() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("pauses", null).body("phase", equalTo("PAUSED")).body("status", equalTo("ACTIVE"));
        assertThat(contract.lines("2025-01-11")).containsExactly("NOTE 2025-01-11..2025-02-01 21.00");
        assertThat(contract.mrr()).isEqualTo("0");
        shop.moveClock("2025-02-15T10:00:00Z").body("invoices", equalTo(0));

        contract.decide("resumptions", null).body("phase", equalTo("RUNNING"));
        assertThat(contract.lines("2025-02-15")).containsExactly("RECURRING 2025-02-15..2025-03-01 15.50");
        assertThat(contract.mrr()).isEqualTo("31.00");
        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(contract.lines("2025-03-01")).containsExactly("RECURRING 2025-03-01..2025-04-01 31.00");
    }

    @Test
    void shouldRestOnDaysToCome() {
        var contract = catalog.sign(catalog.plan("31.00", Map.of("billing", "IN_ARREARS")));

        contract.decide("pauses", Map.of("on", "2025-01-15"));
        contract.decide("resumptions", Map.of("on", "2025-01-21"));

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-15 RECURRING 2025-01-01..2025-01-15 14.00",
                        "2025-02-01 RECURRING 2025-01-21..2025-02-01 11.00");
        assertThat(contract.mrr()).isEqualTo("31.00");
    }

    @Test
    void shouldPauseAndResumeOnOneDayForNothing() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("pauses", null);
        contract.decide("resumptions", null);

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("RECURRING 2025-01-11..2025-02-01 21.00", "NOTE 2025-01-11..2025-02-01 21.00");
        // What was given back came off the unpaid invoice of January, of which ten days are left: 31.00 in all.
        assertThat(contract.lastInvoice().at("/due/amount").asText()).isEqualTo("21.00");
    }

    @Test
    void shouldLetATrialGoOnMeanwhile() {
        var contract = catalog.sign(catalog.plan("31.00", Map.of("trialDays", 10)));
        shop.moveClock("2025-01-05T10:00:00Z");

        contract.decide("pauses", null).body("phase", equalTo("TRIAL"));
        shop.moveClock("2025-01-11T10:00:00Z");
        assertThat(contract.view().get("phase").asText()).isEqualTo("PAUSED");
        assertThat(contract.lines()).isEmpty();
        shop.moveClock("2025-01-21T10:00:00Z");
        contract.decide("resumptions", null);

        assertThat(contract.lines()).containsExactly("2025-01-21 RECURRING 2025-01-21..2025-02-11 21.00");
    }

    @Test
    void shouldRefuseWhatIsSoAlready() {
        var contract = catalog.sign(catalog.plan("31.00"));

        contract.tryTo("resumptions", null).statusCode(409).body("code", equalTo("subscription-not-paused"));
        contract.decide("pauses", null);
        contract.tryTo("pauses", null).statusCode(409).body("code", equalTo("subscription-paused"));
        contract.tryTo("plan-changes", Map.of("planId", catalog.plan("62.00")))
                .statusCode(409)
                .body("code", equalTo("subscription-paused"));
        contract.tryTo("resumptions", Map.of("on", "2024-12-31"))
                .statusCode(422)
                .body("errors[0].code", equalTo("effective-date-range"))
                .body("errors[0].pointer", equalTo("/on"));
        contract.tryTo("resumptions", Map.of("on", "2025-02-30"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/on"));
    }

    @Test
    void shouldEndWhileItRests() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("pauses", null);
        shop.moveClock("2025-02-11T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW")).body("status", equalTo("CANCELLED"));

        assertThat(contract.lines("2025-02")).isEmpty();
    }
}
