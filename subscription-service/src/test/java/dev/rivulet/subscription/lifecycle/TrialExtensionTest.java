package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trial goes on for longer than the plan says, and nothing is charged meanwhile. */
@QuarkusTest
class TrialExtensionTest {

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

    private Contract tried(String amount, Map<String, ?> more, Map<String, ?> request) {
        var plan = new HashMap<String, Object>(Map.of("trialDays", 10));
        plan.putAll(more);
        return catalog.sign(catalog.account(), catalog.plan(amount, plan), request);
    }

    private static Map<String, String> until(String day) {
        return Map.of("trialEnd", day);
    }

    private List<String> foreseen(Contract contract) {
        JsonNode forecast = Contract.read(shop.as("ops")
                .get("/accounts/" + contract.account() + "/forecast?months=2")
                .then()
                .statusCode(200));
        return forecast.get("invoices")
                .valueStream()
                .map(invoice -> invoice.get("issueDate").asText() + " "
                        + invoice.at("/total/amount").asText())
                .toList();
    }

    @Test
    void shouldBeChargedFromTheNewEndOn() {
        var contract = tried("31.00", Map.of(), Map.of());
        shop.moveClock("2025-01-05T10:00:00Z");

        contract.decide("trial-extensions", until("2025-01-21"))
                .body("phase", equalTo("TRIAL"))
                .body("currentPeriodStart", equalTo("2025-01-01"))
                .body("currentPeriodEnd", equalTo("2025-01-21"))
                .body("nextChargeOn", equalTo("2025-01-21"));

        assertThat(contract.changes().getLast().get("kind").asText()).isEqualTo("TRIAL_EXTENSION");
        assertThat(foreseen(contract)).containsExactly("2025-01-21 31.00", "2025-02-21 31.00");
        shop.moveClock("2025-01-20T10:00:00Z");
        assertThat(contract.lines()).isEmpty();
        assertThat(contract.mrr()).isIn("0", "0.00");
        shop.moveClock("2025-02-21T10:00:00Z");
        assertThat(contract.mrr()).isEqualTo("31.00");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-21 RECURRING 2025-01-21..2025-02-21 31.00",
                        "2025-02-21 RECURRING 2025-02-21..2025-03-21 31.00");
    }

    @Test
    void shouldChargeWhatIsLeftOfAPeriodThatBeginsElsewhere() {
        var contract = tried("149.00", Map.of(), Map.of("anchor", Map.of("rule", "CALENDAR")));

        contract.decide("trial-extensions", until("2025-01-26"));

        shop.moveClock("2025-02-01T10:00:00Z");
        // Six of the 31 days of January.
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-26 RECURRING 2025-01-26..2025-02-01 28.84",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 149.00");
    }

    @Test
    void shouldCountPhasesAndTermFromTheNewEnd() {
        var phase = Map.of("months", 1, "discountPercent", "50");
        var contract = tried("31.00", Map.of("phases", List.of(phase), "fixedTermPeriods", 2), Map.of());

        contract.decide("trial-extensions", until("2025-01-21")).body("endDate", equalTo("2025-03-21"));

        shop.moveClock("2025-04-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-21 RECURRING 2025-01-21..2025-02-21 15.50",
                        "2025-02-21 RECURRING 2025-02-21..2025-03-21 31.00");
    }

    @Test
    void shouldBeUndoneAsLongAsTheTrialLasts() {
        var contract = tried("31.00", Map.of(), Map.of());
        contract.decide("trial-extensions", until("2025-01-21"));
        contract.decide("trial-extensions", until("2025-02-21"));
        var latest = contract.changes().getLast().get("id").asText();

        contract.decide("changes/" + latest + "/undoings", null).body("currentPeriodEnd", equalTo("2025-01-21"));

        shop.moveClock("2025-01-12T10:00:00Z");
        var first = contract.changes().getFirst().get("id").asText();
        contract.tryTo("changes/" + first + "/undoings", null)
                .statusCode(409)
                .body("code", equalTo("change-effective"));
    }

    @Test
    void shouldBeKeptWhenThePlanChanges() {
        var contract = tried("31.00", Map.of(), Map.of());
        contract.decide("trial-extensions", until("2025-01-21"));
        shop.moveClock("2025-01-15T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00", Map.of("trialDays", 3))));

        shop.moveClock("2025-01-21T10:00:00Z");
        assertThat(contract.lines()).containsExactly("2025-01-21 RECURRING 2025-01-21..2025-02-21 62.00");
    }

    @Test
    void shouldLetAddOnsShareThePeriods() {
        var account = catalog.account();
        var plan = catalog.plan("62.00", Map.of("trialDays", 10));
        var base = catalog.sign(account, plan, Map.of());
        var extra = catalog.plan("31.00", Map.of("addOnOf", plan));
        var addOn = catalog.sign(account, extra, Map.of("baseSubscriptionId", base.id()));
        assertThat(addOn.lines()).containsExactly("2025-01-01 RECURRING 2025-01-01..2025-01-11 10.00");

        base.decide("trial-extensions", until("2025-01-16"));

        shop.moveClock("2025-01-16T10:00:00Z");
        assertThat(base.lines()).containsExactly("2025-01-16 RECURRING 2025-01-16..2025-02-16 62.00");
        assertThat(addOn.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-01-11 10.00",
                        "2025-01-11 RECURRING 2025-01-11..2025-01-16 5.00",
                        "2025-01-16 RECURRING 2025-01-16..2025-02-16 31.00");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2025-01-05, 2025-01-11, 422, trial-end-not-later
                    2025-01-05, 2025-01-08, 422, trial-end-not-later
                    2025-01-05, 2028-01-06, 422, effective-date-range
                    2025-01-11, 2025-02-01, 409, subscription-not-in-trial
                    """)
    void shouldBeRefused(String today, String day, int status, String code) {
        var contract = tried("31.00", Map.of(), Map.of());
        shop.moveClock(today + "T10:00:00Z");

        var answer = contract.tryTo("trial-extensions", until(day)).statusCode(status);

        answer.body(status == 422 ? "errors[0].code" : "code", equalTo(code));
        if (status == 422) {
            answer.body("errors[0].pointer", equalTo("/trialEnd"));
        }
    }

    @Test
    void shouldBeDecidedOnTheVersionThatIs() {
        var contract = tried("31.00", Map.of(), Map.of());
        var stale = contract.etag();
        contract.decide("seat-changes", Map.of("seats", 2));

        contract.tryTo("trial-extensions", until("2025-01-21"), null).statusCode(428);
        contract.tryTo("trial-extensions", until("2025-01-21"), stale).statusCode(412);
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        contract.tryTo("trial-extensions", until("2025-01-21"))
                .statusCode(409)
                .body("code", equalTo("subscription-ending"));
    }
}
