package dev.rivulet.subscription.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HierarchyTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2024-03-15T10:00:00Z");
    }

    private ValidatableResponse change(UUID account, String patch) {
        return change(shop, account, patch);
    }

    private static ValidatableResponse change(Shop tenant, UUID account, String patch) {
        return tenant.as("sales")
                .contentType("application/merge-patch+json")
                .header(
                        "If-Match",
                        tenant.as("sales").get("/accounts/" + account).header("ETag"))
                .body(patch)
                .patch("/accounts/" + account)
                .then();
    }

    private static Map<String, Object> below(Buyer parent) {
        return Map.of("parentId", parent.id, "rollUp", true, "name", "Branch");
    }

    @Test
    void shouldPayForThoseRolledUp() {
        var holding = Buyer.of(shop, Map.of("name", "Holding"));
        var branch = Buyer.of(shop, below(holding));
        var office = Buyer.of(shop, below(branch));
        office.charge("10.00");
        branch.charge("5.00");
        holding.charge("1.00");

        office.tryInvoice().statusCode(409).body("code", equalTo("account-rolled-up"));
        holding.read(holding.invoice())
                .body("total.amount", equalTo("16.00"))
                .body("accountId", equalTo(holding.id.toString()))
                .body("lines", hasSize(3));
        shop.as("ops").queryParam("payerId", holding.id).get("/accounts").then().body("items", hasSize(3));
    }

    @Test
    void shouldHandOverWhatIsPending() {
        var holding = Buyer.of(shop, Map.of("name", "Holding"));
        var branch = Buyer.of(shop, Map.of("name", "Branch", "billingDay", 1));
        branch.charge("10.00");
        change(branch.id, "{\"parentId\":\"" + holding.id + "\",\"rollUp\":true}")
                .statusCode(200)
                .body("payerId", equalTo(holding.id.toString()));

        assertThat(branch.charges()).extracting("payerId").containsExactly(holding.id.toString());
        change(branch.id, "{\"parentId\":null,\"rollUp\":null}")
                .statusCode(200)
                .body("payerId", equalTo(branch.id.toString()));
        assertThat(branch.charges()).extracting("payerId").containsExactly(branch.id.toString());
    }

    /** Kill Bill's testUnParentingWithUnpaidInvoice: each goes on with its own invoices, and the books with both. */
    @Test
    void shouldGiveBackToWhoWasAsked() {
        var catalog = Catalog.of(shop);
        var holding = Buyer.atOnce(shop, Map.of("name", "Holding"));
        var branch = Buyer.atOnce(shop, below(holding));
        var contract = catalog.sign(branch.id, catalog.plan("31.00"), Map.of());
        change(branch.id, "{\"parentId\":null,\"rollUp\":null}").statusCode(200);
        var end = Map.of("effective", "START_OF_PERIOD");

        contract.tryTo("cancellations?dryRun=true", end)
                .statusCode(200)
                .body("creditNotes.accountId", contains(holding.id.toString()))
                .body("creditNotes[0].total.amount", equalTo("31.00"))
                .body("invoices", hasSize(0));
        contract.tryTo("cancellations", end).statusCode(200);

        holding.read(holding.invoices().getFirst().get("id").toString()).body("due.amount", equalTo("0.00"));
        assertThat(branch.balance()).isEqualTo("0.00");
        holding.booksAgree();
        branch.booksAgree();
        new Invariants(shop).shouldHold();
    }

    /** What begins in the middle of a month that another paid for gives back to that other, and asks who pays now. */
    @Test
    void shouldGiveBackToWhoWasAskedWhenAPlanToComeBegins() {
        var sandbox = Shop.at("2025-01-01T10:00:00Z");
        var catalog = Catalog.of(sandbox);
        var holding = Buyer.atOnce(sandbox, Map.of("name", "Holding", "zone", "UTC"));
        var branch = Buyer.atOnce(sandbox, Map.of("name", "Branch", "zone", "UTC"));
        var contract = catalog.sign(branch.id, catalog.plan("31.00"), Map.of());
        var dearer = catalog.plan("62.00");
        contract.decide("plan-changes", Map.of("planId", dearer, "when", "DATE", "on", "2025-01-11"));
        change(sandbox, branch.id, "{\"parentId\":\"" + holding.id + "\",\"rollUp\":true}")
                .statusCode(200);

        sandbox.moveClock("2025-01-15T10:00:00Z").statusCode(200);

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-11 NOTE 2025-01-11..2025-02-01 21.00");
        branch.read(branch.invoices().getFirst().get("id").toString()).body("due.amount", equalTo("10.00"));
        assertThat(holding.invoices()).extracting("total.amount").containsExactly("42.00");
        holding.booksAgree();
        branch.booksAgree();
        new Invariants(sandbox).shouldHold();
    }

    /** What waits for an invoice goes over to the new payer; what is given back of what was invoiced does not. */
    @Test
    void shouldKeepWhatIsGivenBackWithWhoWasAsked() {
        var sandbox = Shop.at("2025-01-14T10:00:00Z");
        var catalog = Catalog.of(sandbox);
        var branch = Buyer.atOnce(sandbox, Map.of("name", "Branch", "zone", "UTC", "billingDay", 14));
        var contract = catalog.sign(branch.id, catalog.plan("31.00"), Map.of());
        sandbox.moveClock("2025-01-24T10:00:00Z").statusCode(200);
        contract.decide("cancellations", Map.of("effective", "NOW"));
        var holding = Buyer.atOnce(sandbox, Map.of("name", "Holding", "zone", "UTC"));

        change(sandbox, branch.id, "{\"parentId\":\"" + holding.id + "\",\"rollUp\":true}")
                .statusCode(200);
        sandbox.moveClock("2025-02-15T10:00:00Z").statusCode(200);

        assertThat(contract.lines("2025-02-14")).containsExactly("NOTE 2025-01-24..2025-02-14 21.00");
        assertThat(holding.balance()).isEqualTo("0.00");
        branch.booksAgree();
        new Invariants(sandbox).shouldHold();
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        var holding = Buyer.of(shop, Map.of());
        var branch = Buyer.of(shop, below(holding));
        var dollars = shop.account("Europe/Berlin", "USD");

        change(holding.id, "{\"parentId\":\"" + branch.id + "\"}")
                .statusCode(422)
                .body("code", equalTo("parent-cycle"));
        change(holding.id, "{\"parentId\":\"" + dollars + "\"}")
                .statusCode(422)
                .body("code", equalTo("currency-mismatch"));
        change(holding.id, "{\"parentId\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422)
                .body("code", equalTo("account-unknown"));
        change(holding.id, "{\"rollUp\":true}").statusCode(422).body("code", equalTo("roll-up-without-parent"));
        change(holding.id, "{\"billingDay\":32}").statusCode(400).body("errors[0].code", equalTo("billing-day-range"));
        change(holding.id, "{\"legalEntity\":\"other\"}").statusCode(422).body("code", equalTo("legal-entity-unknown"));
    }

    @Test
    void shouldNumberEachSellerForItself() {
        shop.as("admin")
                .body(Map.of("name", "Other GmbH", "address", "Berlin"))
                .put("/legal-entities/other")
                .then()
                .statusCode(200);
        var ours = Buyer.of(shop, Map.of());
        var theirs = Buyer.of(shop, Map.of("legalEntity", "other"));
        ours.charge("1.00");
        theirs.charge("1.00");

        ours.read(ours.invoice()).body("number", equalTo("INV-000001"));
        theirs.read(theirs.invoice()).body("number", equalTo("OTHER-INV-000001"));
    }

    @Test
    void shouldKnowPeople() {
        var buyer = Buyer.of(shop, Map.of());
        var path = "/accounts/" + buyer.id + "/contacts";
        String id = shop.as("sales")
                .body(Map.of("name", "Ada", "email", "ada@northwind.example", "function", "HR head", "locale", "de-DE"))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        shop.as("sales")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"function\":\"CEO\"}")
                .patch(path + "/" + id)
                .then()
                .statusCode(200)
                .body("function", equalTo("CEO"));
        shop.as("sales").get(path).then().body("items", hasSize(1)).body("items[0].function", equalTo("CEO"));
        Shop.live().as("sales").get(path).then().statusCode(404);
        shop.as("ops").get(path).then().statusCode(403);
        shop.as("sales")
                .header("If-Match", "\"0\"")
                .delete(path + "/" + id)
                .then()
                .statusCode(412);
        shop.as("sales")
                .header("If-Match", "\"1\"")
                .delete(path + "/" + id)
                .then()
                .statusCode(204);
        shop.as("sales").get(path).then().body("items", hasSize(0));
    }
}
