package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month for 31.00 is written off, its subscription decided on, and the month is paid after all. */
@QuarkusTest
class RecoveredChargesTest {

    private Shop shop;
    private Catalog catalog;
    private Contract contract;
    private String invoice;

    @BeforeEach
    void aMonthThatIsGivenUp() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        contract = catalog.sign(catalog.plan("31.00"));
        invoice = contract.lastInvoice().get("id").asText();
        shop.as("billing")
                .header(
                        "If-Match",
                        shop.as("billing").get("/invoices/" + invoice).getHeader("ETag"))
                .body(Map.of("reason", "Bankrupt"))
                .post("/invoices/" + invoice + "/write-offs")
                .then()
                .statusCode(200);
        shop.moveClock("2025-01-11T10:00:00Z");
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    private void pay(String amount, String reference) {
        shop.pay(invoice, amount, "EUR", reference, "2025-01-11").statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    effective      , credit, given back
                    NOW            , -     , 2025-01-11..2025-02-01 21.00
                    NOW            , FULL  , 2025-01-01..2025-02-01 31.00
                    NOW            , NONE  , -
                    END_OF_PERIOD  , -     , -
                    """, useHeadersInDisplayName = true)
    void shouldGiveBackWhatIsNotUsedOnceItIsPaid(String effective, String credit, String given) {
        contract.decide(
                "cancellations",
                credit == null ? Map.of("effective", effective) : Map.of("effective", effective, "credit", credit));
        assertThat(contract.lines("2025-01-11")).isEmpty();
        pay("20.00", "T-1");
        shop.moveClock("2025-01-12T10:00:00Z");
        assertThat(contract.creditNotes()).isEmpty();

        pay("11.00", "T-2");

        shop.moveClock("2025-01-13T10:00:00Z");
        assertThat(contract.creditNotes()).hasSize(given == null ? 0 : 1);
        assertThat(contract.lines())
                .endsWith(
                        given == null
                                ? "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00"
                                : "2025-01-12 NOTE " + given);
        assertThat(contract.balance()).isEqualTo(given == null ? "0.00" : given.substring(given.indexOf(' ') + 1));
        shop.moveClock("2025-03-01T10:00:00Z");
        assertThat(contract.lines()).hasSize(given == null ? 1 : 2);
    }

    @Test
    void shouldGiveBackWhatAnotherPlanReplacedOnceItIsPaid() {
        contract.decide("plan-changes", Map.of("planId", catalog.plan("62.00")));
        assertThat(contract.lines("2025-01-11")).containsExactly("RECURRING 2025-01-11..2025-02-01 42.00");

        pay("31.00", "T-1");

        shop.moveClock("2025-01-12T10:00:00Z");
        assertThat(contract.lines("2025-01-11"))
                .isEqualTo(List.of("RECURRING 2025-01-11..2025-02-01 42.00", "NOTE 2025-01-11..2025-02-01 21.00"));
        assertThat(contract.balance()).isEqualTo("21.00");
    }

    @Test
    void shouldGiveNothingBackOfWhatGoesOn() {
        pay("31.00", "T-1");

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.creditNotes()).isEmpty();
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 31.00");
    }
}
