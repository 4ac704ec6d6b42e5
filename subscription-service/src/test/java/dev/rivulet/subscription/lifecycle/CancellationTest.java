package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a subscription ends, and what becomes of the days paid for. */
@QuarkusTest
class CancellationTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    effective      , on         , credit   , dayBilled, endDate    , given back from .. to amount
                    NOW            , -          , -        , -        , 2025-01-11 , 2025-01-11..2025-02-01 21.00
                    NOW            , -          , PRORATED , false    , 2025-01-11 , 2025-01-11..2025-02-01 21.00
                    NOW            , -          , PRORATED , true     , 2025-01-12 , 2025-01-12..2025-02-01 20.00
                    NOW            , -          , NONE     , -        , 2025-01-11 , -
                    NOW            , -          , FULL     , -        , 2025-01-11 , 2025-01-01..2025-02-01 31.00
                    START_OF_PERIOD, -          , -        , -        , 2025-01-01 , 2025-01-01..2025-02-01 31.00
                    START_OF_PERIOD, -          , NONE     , -        , 2025-01-01 , -
                    DATE           , 2025-01-11 , -        , -        , 2025-01-11 , 2025-01-11..2025-02-01 21.00
                    END_OF_PERIOD  , -          , -        , -        , 2025-02-01 , -
                    """, useHeadersInDisplayName = true)
    void shouldGiveBackWhatIsAskedFor(
            String effective, String on, String credit, Boolean dayBilled, String endDate, String given) {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        var body = new HashMap<String, Object>();
        body.put("effective", effective);
        body.put("on", on);
        body.put("credit", credit);
        body.put("cancellationDayBilled", dayBilled);

        contract.decide("cancellations", body).body("endDate", equalTo(endDate));

        assertThat(contract.lines("2025-01-11")).isEqualTo(given == null ? List.of() : List.of("NOTE " + given));
        shop.moveClock("2025-06-01T10:00:00Z").body("invoices", equalTo(0)).body("failed", equalTo(0));
        assertThat(contract.view().get("status").asText()).isEqualTo("CANCELLED");
        assertThat(contract.view().get("phase").asText()).isEqualTo("ENDED");
        assertThat(contract.mrr()).isEqualTo("0");
    }

    @Test
    void shouldGiveBackOnADayToComeWhenThatHasCome() {
        var contract = catalog.sign(catalog.plan("31.00"));

        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-02-15"))
                .body("status", equalTo("ACTIVE"))
                .body("endDate", equalTo("2025-02-15"));

        // An end that is known already is what is charged up to.
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-02-15 15.50");
        shop.moveClock("2025-02-15T00:00:00Z");
        assertThat(contract.view().get("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void shouldGiveBackDaysAtOnceThatANearEndLeavesOver() {
        var contract = catalog.sign(catalog.plan("31.00"));

        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-21"));

        assertThat(contract.lines("2025-01-01"))
                .containsExactly("RECURRING 2025-01-01..2025-02-01 31.00", "NOTE 2025-01-21..2025-02-01 11.00");
    }

    @ParameterizedTest
    @CsvSource({"false, 10.00, 2025-01-11", "true, 11.00, 2025-01-12"})
    void shouldChargeDaysInArrearsAtOnce(boolean dayBilled, String amount, String end) {
        var contract = catalog.sign(catalog.plan("31.00", Map.of("billing", "IN_ARREARS")));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW", "cancellationDayBilled", dayBilled));

        assertThat(contract.lines()).containsExactly("2025-01-11 RECURRING 2025-01-01.." + end + " " + amount);
        shop.moveClock("2025-03-01T10:00:00Z").body("invoices", equalTo(0));
        assertThat(contract.view().get("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void shouldGiveBackOnlyWhatIsLeftAfterAnUpgrade() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));
        shop.moveClock("2025-01-21T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW", "credit", "FULL"));

        // What was given back at the upgrade is not given back again.
        assertThat(contract.lines("2025-01-21").stream().sorted())
                .containsExactly("NOTE 2025-01-01..2025-01-11 10.00", "NOTE 2025-01-11..2025-02-01 42.00");
        // Nothing was paid: 10.00 of the first invoice and all of the second are not asked for any more.
        assertThat(contract.invoices().stream()
                        .map(invoice -> invoice.at("/due/amount").asText()))
                .containsExactly("21.00", "0.00");
        assertThat(contract.balance()).isEqualTo("21.00");
    }

    /** What the run finds later agrees with what the decision gave back: nothing of it is charged again. */
    @Test
    void shouldKeepWhatWasGivenBackWholeWhenAPhaseBegins() {
        var phased = Map.of("months", 2, "price", catalog.money("9.00"));
        var contract = catalog.sign(catalog.plan("90.00", Map.of("period", "QUARTER", "phases", List.of(phased))));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD", "credit", "FULL"))
                .body("phase", equalTo("RUNNING"));

        shop.moveClock("2025-04-01T10:00:00Z").body("failed", equalTo(0));

        // 59 and 31 of 90 days.
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-03-01 5.90",
                        "2025-03-01 RECURRING 2025-03-01..2025-04-01 31.00",
                        "2025-01-11 NOTE 2025-01-01..2025-03-01 5.90");
        assertThat(contract.view().get("status").asText()).isEqualTo("CANCELLED");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChargeNothingWhenAnEndIsBroughtForwardAfterAFullCredit() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-21", "credit", "FULL"));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-01 NOTE 2025-01-01..2025-02-01 31.00");
    }

    /** Only what was charged in advance is given back: what comes later is charged as ever. */
    @Test
    void shouldChargeThePeriodsThatFollowAFullCredit() {
        var contract = catalog.sign(catalog.plan("31.00"));
        var toCome = catalog.sign(catalog.account(), catalog.plan("31.00"), Map.of("startDate", "2025-01-11"));
        for (var ending : List.of(contract, toCome)) {
            ending.decide("cancellations", Map.of("effective", "DATE", "on", "2025-02-15", "credit", "FULL"));
        }

        shop.moveClock("2025-03-01T10:00:00Z");

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-02-15 15.50",
                        "2025-01-01 NOTE 2025-01-01..2025-02-01 31.00");
        assertThat(toCome.lines())
                .containsExactly(
                        "2025-01-11 RECURRING 2025-01-11..2025-02-11 31.00",
                        "2025-02-11 RECURRING 2025-02-11..2025-02-15 4.43");
    }

    @Test
    void shouldChargeArrearsWhateverIsGivenBack() {
        var contract = catalog.sign(catalog.plan("31.00", Map.of("billing", "IN_ARREARS")));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW", "credit", "FULL"));

        assertThat(contract.lines()).containsExactly("2025-01-11 RECURRING 2025-01-01..2025-01-11 10.00");
    }

    @Test
    void shouldBringAnEndForwardOnly() {
        var contract = catalog.sign(catalog.plan("31.00"));

        contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-03-10"));
        contract.tryTo("cancellations", Map.of("effective", "DATE", "on", "2025-03-10"))
                .statusCode(409)
                .body("code", equalTo("subscription-ending"));
        contract.tryTo("cancellations", Map.of("effective", "DATE", "on", "2025-03-11"))
                .statusCode(409);
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD")).body("endDate", equalTo("2025-02-01"));
        contract.decide("cancellations", Map.of("effective", "NOW")).body("status", equalTo("CANCELLED"));

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-01 NOTE 2025-01-01..2025-02-01 31.00");
    }

    @Test
    void shouldEndATrialAtOnceAndAStartToComeNever() {
        var plan = catalog.plan("31.00", Map.of("trialDays", 10));
        var inTrial = catalog.sign(plan);
        var toCome = catalog.sign(catalog.account(), plan, Map.of("startDate", "2025-02-01"));

        inTrial.decide("cancellations", Map.of("effective", "NOW")).body("status", equalTo("CANCELLED"));
        toCome.decide("cancellations", Map.of("effective", "NOW"))
                .body("status", equalTo("ACTIVE"))
                .body("endDate", equalTo("2025-02-01"));

        shop.moveClock("2025-06-01T10:00:00Z").body("invoices", equalTo(0)).body("failed", equalTo(0));
        assertThat(toCome.view().get("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void shouldForgetWhatWasToComeAfterTheEnd() {
        var contract = catalog.sign(catalog.plan("62.00"));
        contract.decide("plan-changes", Map.of("planId", catalog.plan("31.00")));

        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));

        shop.moveClock("2025-04-01T10:00:00Z").body("invoices", equalTo(0));
        assertThat(contract.view().get("planName").asText()).isEqualTo("Plan of 62.00");
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        var contract = catalog.sign(catalog.plan("31.00"));

        refused(contract, Map.of(), 400, "value-missing", "/effective");
        refused(contract, Map.of("effective", "DATE"), 400, "value-missing", "/on");
        refused(contract, Map.of("effective", "NOW", "on", "2025-01-05"), 400, "day-not-expected", "/on");
        refused(contract, Map.of("effective", "DATE", "on", "2024-12-31"), 422, "effective-date-range", "/on");
        refused(contract, Map.of("effective", "DATE", "on", "2028-01-02"), 422, "effective-date-range", "/on");
        refused(contract, Map.of("effective", "NOW", "credit", "HALF"), 400, "value-invalid", "/credit");
        refused(contract, Map.of("effective", "NOW", "why", "x"), 400, "unknown-property", "/why");
    }

    private static void refused(Contract contract, Map<String, ?> body, int status, String code, String pointer) {
        contract.tryTo("cancellations", body)
                .statusCode(status)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    /** Of what is unpaid of the subscription's own invoice nothing is asked for any more; what is paid comes back. */
    @ParameterizedTest
    @CsvSource({"0.00, 10.00, 0.00", "8.00, 2.00, 0.00", "20.00, 0.00, 10.00", "31.00, 0.00, 21.00"})
    void shouldFirstReduceWhatIsDueOnItsOwnInvoice(String paid, String due, String balance) {
        var contract = catalog.sign(catalog.plan("31.00"));
        if (!paid.equals("0.00")) {
            shop.pay(contract.lastInvoice().get("id").asText(), paid, "EUR", "T-1", "2025-01-01")
                    .statusCode(201);
        }
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        var invoice = contract.lastInvoice();
        assertThat(invoice.at("/due/amount").asText()).isEqualTo(due);
        assertThat(contract.balance()).isEqualTo(balance);
        var note = contract.creditNotes().getFirst();
        assertThat(note.at("/total/amount").asText()).isEqualTo("21.00");
        assertThat(note.at("/toBalance/amount").asText()).isEqualTo(balance);
        if (!due.equals("0.00")) {
            assertThat(note.get("invoiceId")).isEqualTo(invoice.get("id"));
        }
        new Invariants(shop).shouldHold();
    }
}
