package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a credit note, a forgiveness, a write-off or a void gave up already is neither given back once more by a change of terms, nor
 * charged again by one.
 */
@QuarkusTest
class GivenUpChargesTest {

    private static final Map<String, String> WHY = Map.of("reason", "Outage");

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

    private void giveBack(Contract contract, String amount) {
        command(
                contract,
                "credit-notes",
                Map.of("reason", "Outage", "lines", List.of(Map.of("position", 1, "amount", Buyer.eur(amount)))));
    }

    /** On the latest invoice. */
    private void command(Contract contract, String command, Map<String, ?> body) {
        var path = "/invoices/" + contract.lastInvoice().get("id").asText();
        shop.as("billing")
                .header("If-Match", shop.as("billing").get(path).getHeader("ETag"))
                .body(body)
                .post(path + "/" + command)
                .then()
                .statusCode(command.equals("voids") || command.equals("write-offs") ? 200 : 201);
    }

    /** Not rehearsed: what is given up names the charge that is made with it, which is another one each time. */
    private static void undo(Contract contract) {
        contract.tryTo("changes/" + latestChange(contract) + "/undoings", null).statusCode(200);
    }

    private static String latestChange(Contract contract) {
        return contract.changes().getLast().get("id").asText();
    }

    /** Kill Bill's TestIntegrationInvoiceWithRepairLogic: item adjustments of every size, then a repair. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    given by hand, effective      , credit  , given back on cancellation
                    5.00         , NOW            , -       , 2025-01-11..2025-02-01 21.00
                    10.00        , NOW            , -       , 2025-01-11..2025-02-01 21.00
                    15.00        , NOW            , -       , 2025-01-11..2025-02-01 16.00
                    8.00 8.00    , NOW            , -       , 2025-01-11..2025-02-01 15.00
                    31.00        , NOW            , -       , -
                    5.00         , NOW            , FULL    , 2025-01-01..2025-02-01 26.00
                    5.00         , START_OF_PERIOD, -       , 2025-01-01..2025-02-01 26.00
                    31.00        , START_OF_PERIOD, -       , -
                    """, useHeadersInDisplayName = true)
    void shouldNotGiveBackTwiceWhatACreditNoteGave(String byHand, String effective, String credit, String given) {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-05T10:00:00Z");
        Stream.of(byHand.split(" ")).forEach(amount -> giveBack(contract, amount));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide(
                "cancellations",
                credit == null ? Map.of("effective", effective) : Map.of("effective", effective, "credit", credit));

        assertThat(contract.lines("2025-01-11")).isEqualTo(given == null ? List.of() : List.of("NOTE " + given));
        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(contract.lines("2025-02")).isEmpty();
    }

    /** TestIntegrationInvoiceWithRepairLogic.testPartialItemAdjFollowedWithRepair, to the cent. */
    @Test
    void shouldGiveBackTheRestOfAYearExactly() {
        var contract = catalog.sign(
                catalog.account(),
                catalog.plan("2399.95", Map.of("period", "YEAR")),
                Map.of("startDate", "2024-12-13", "anchor", Map.of("rule", "DATE", "date", "2024-12-13")));
        giveBack(contract, "197.26");
        shop.moveClock("2025-01-12T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(contract.lines("2025-01-12")).containsExactly("NOTE 2025-01-12..2025-12-13 2202.69");
        giveBackNothingMore(contract);
    }

    private void giveBackNothingMore(Contract contract) {
        var path = "/invoices/" + contract.lastInvoice().get("id").asText();
        shop.as("billing")
                .header("If-Match", shop.as("billing").get(path).getHeader("ETag"))
                .body(WHY)
                .post(path + "/credit-notes")
                .then()
                .statusCode(409);
    }

    /** TestIntegrationInvoiceWithRepairLogic.testSimplePartialRepairWithItemAdjustment. */
    @Test
    void shouldCapWhatAnUpgradeGivesBack() {
        var contract = catalog.sign(catalog.plan("31.00"));
        giveBack(contract, "15.00");
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));
        assertThat(contract.lines("2025-01-11"))
                .containsExactly("CREDIT 2025-01-11..2025-02-01 -16.00", "RECURRING 2025-01-11..2025-02-01 42.00");
        shop.moveClock("2025-01-21T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW", "credit", "FULL"));

        // All of the second; of the first nothing is left.
        assertThat(contract.lines("2025-01-21")).containsExactly("NOTE 2025-01-11..2025-02-01 42.00");
    }

    @Test
    void shouldGiveNothingBackOfWhatWasForgiven() {
        var account = Shop.id(shop.as("sales")
                .body(Map.of("name", "Northwind", "zone", "UTC", "currency", "EUR", "billingDay", 20))
                .post("/accounts")
                .then()
                .statusCode(201));
        var contract = catalog.sign(account, catalog.plan("31.00"), Map.of());
        String charge = shop.as("billing")
                .get("/charges?accountId=" + account)
                .then()
                .extract()
                .path("items[0].id");
        shop.as("billing")
                .body(WHY)
                .post("/charges/" + charge + "/forgivenesses")
                .then()
                .statusCode(200);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00"), "when", "NOW"));

        shop.moveClock("2025-01-20T10:00:00Z");
        assertThat(contract.lines()).containsExactly("2025-01-20 RECURRING 2025-01-11..2025-02-01 42.00");
        assertThat(contract.balance()).isEqualTo("0.00");
    }

    /** Kill Bill's TestIntegrationWithWrittenOffTag: who never paid gets nothing back, who paid a part no more than that. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    paid , given back
                    0.00 , -
                    12.40, 2025-01-11..2025-02-01 12.40
                    """, useHeadersInDisplayName = true)
    void shouldGiveNothingBackOfWhatWasWrittenOff(String paid, String given) {
        var contract = catalog.sign(catalog.plan("31.00"));
        if (!paid.equals("0.00")) {
            shop.pay(contract.lastInvoice().get("id").asText(), paid, "EUR", "T-1", "2025-01-01")
                    .statusCode(201);
        }
        command(contract, "write-offs", WHY);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(contract.lines("2025-01-11")).isEqualTo(given == null ? List.of() : List.of("NOTE " + given));
    }

    /** Whoever voids an invoice wants its days never to be paid, whatever is decided about them later. */
    @Test
    void shouldNotChargeAVoidPeriodAgainWhenAFullCreditIsUndone() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-05T10:00:00Z");
        command(contract, "voids", WHY);
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD", "credit", "FULL"));
        shop.moveClock("2025-01-12T10:00:00Z");

        contract.decide("changes/" + latestChange(contract) + "/undoings", null);

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 31.00");
    }

    @Test
    void shouldNotChargeVoidDaysAgainWhenThePlanChanges() {
        var contract = catalog.sign(catalog.plan("31.00"));
        command(contract, "voids", WHY);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));

        assertThat(contract.lines("2025-01-11")).containsExactly("RECURRING 2025-01-11..2025-02-01 42.00");
    }

    /**
     * What an upgrade gave back and asked for is void: those days are paid at the price before, and neither comes again. What
     * is left of that is given back when something else begins.
     */
    @Test
    void shouldLeaveAVoidUpgradeAsItIs() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));
        command(contract, "voids", WHY);
        shop.moveClock("2025-01-21T10:00:00Z");

        contract.decide("plan-changes", Map.of("planId", catalog.plan("93.00")));

        assertThat(contract.lines("2025-01-21"))
                .containsExactly("CREDIT 2025-01-21..2025-02-01 -11.00", "RECURRING 2025-01-21..2025-02-01 33.00");
        shop.moveClock("2025-01-26T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW"));
        assertThat(contract.lines("2025-01-26")).containsExactly("NOTE 2025-01-26..2025-02-01 18.00");
    }

    /** The invoice that was made anew is given back, once, and charged again when that is undone. */
    @Test
    void shouldGiveBackAndChargeAgainWhatWasBilledAnew() {
        var contract = catalog.sign(catalog.plan("31.00"));
        command(contract, "rebills", WHY);
        shop.moveClock("2025-01-11T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD", "credit", "FULL"));
        assertThat(contract.lines("2025-01-11")).containsExactly("NOTE 2025-01-01..2025-02-01 31.00");

        contract.decide("changes/" + latestChange(contract) + "/undoings", null);

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("RECURRING 2025-01-01..2025-02-01 31.00", "NOTE 2025-01-01..2025-02-01 31.00");
        shop.moveClock("2025-01-21T10:00:00Z");
        contract.decide("cancellations", Map.of("effective", "NOW"));
        assertThat(contract.lines("2025-01-21")).containsExactly("NOTE 2025-01-21..2025-02-01 11.00");
    }

    /** Kindness is not used up by a cancellation that does not come about, however often it is taken back. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    by hand, credit  , given back on 7 January, as if never decided
                    10.00  , FULL    , 21.00                  , 21.00
                    20.00  , FULL    , 11.00                  , 11.00
                    20.00  , PRORATED, 11.00                  , 11.00
                    10.00  , PRORATED, 21.00                  , 21.00
                    """, useHeadersInDisplayName = true)
    void shouldGiveUpAgainWhatWasGivenUpWhenACreditIsUndone(String byHand, String credit, String given, String asked) {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-05T10:00:00Z");
        giveBack(contract, byHand);
        shop.moveClock("2025-01-07T10:00:00Z");
        for (var i = 0; i < 3; i++) {
            contract.decide("cancellations", Map.of("effective", "DATE", "on", "2025-01-11", "credit", credit));
            assertThat(contract.creditNotes().getLast().at("/total/amount").asText())
                    .isEqualTo(given);
            undo(contract);
            assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo(asked);
        }
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        // As without all that: never more than what was asked for is left.
        assertThat(contract.lines("2025-01-11")).containsExactly("NOTE 2025-01-11..2025-02-01 " + given);
    }

    /** So it is with a part that was paid before the rest was written off. */
    @Test
    void shouldNotAskAgainForWhatWasWrittenOffWhenACreditIsUndone() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.pay(contract.lastInvoice().get("id").asText(), "12.40", "EUR", "T-1", "2025-01-01")
                .statusCode(201);
        command(contract, "write-offs", WHY);
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD", "credit", "FULL"));
        assertThat(contract.balance()).isEqualTo("12.40");

        undo(contract);

        assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo("12.40");
        assertThat(contract.lastInvoice().get("status").asText()).isEqualTo("PAID");
        assertThat(contract.balance()).isEqualTo("0.00");
    }

    /** Lago's credit_note_rounding_spec: in parts, no more tax is given back than was asked for. */
    @Test
    void shouldGiveBackTheTaxInPartsToTheCent() {
        shop.as("billing")
                .body(Map.of("code", "city", "name", "City", "percent", "8.875", "validFrom", "2024-01-01"))
                .post("/tax-rates")
                .then()
                .statusCode(201);
        var buyer = Buyer.of(shop, Map.of("tax", Map.of("code", "city")));
        buyer.charge("10.00");
        var invoice = buyer.invoice();
        assertThat(buyer.read(invoice).extract().<String>path("total.amount")).isEqualTo("10.89");

        var taxes = Stream.of("3.33", "3.33", "3.34")
                .map(amount -> buyer.command(
                                invoice,
                                "credit-notes",
                                Map.of(
                                        "reason",
                                        "Outage",
                                        "lines",
                                        List.of(Map.of("position", 1, "amount", Buyer.eur(amount)))))
                        .statusCode(201)
                        .extract()
                        .<String>path("tax.amount"))
                .toList();

        assertThat(taxes).containsExactly("0.30", "0.30", "0.29");
        buyer.read(invoice).body("due.amount", equalTo("0.00"));
        assertThat(buyer.balance()).isEqualTo("0.00");
        buyer.booksAgree();
        shop.moveClock("2025-01-01T11:00:00Z");
    }
}
