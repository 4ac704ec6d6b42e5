package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An account of a shop that buys without subscribing. */
public final class Buyer {

    public final Shop shop;
    public final UUID id;

    private Buyer(Shop shop, UUID id) {
        this.shop = shop;
        this.id = id;
    }

    /** An account in euros with these settings, whose billing day the run does not see before a test invoices it. */
    public static Buyer of(Shop shop, Map<String, ?> settings) {
        var patient = new HashMap<String, Object>(Map.of("billingDay", 14));
        patient.putAll(settings);
        return atOnce(shop, patient);
    }

    /** An account in euros with these settings; without a billing day the run invoices it at once. */
    public static Buyer atOnce(Shop shop, Map<String, ?> settings) {
        var body = new HashMap<String, Object>(Map.of("name", "Northwind", "zone", "Europe/Berlin", "currency", "EUR"));
        body.putAll(settings);
        return new Buyer(
                shop,
                Shop.id(shop.as("sales").body(body).post("/accounts").then().statusCode(201)));
    }

    public static Map<String, String> eur(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    public ValidatableResponse tryCharge(String amount, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("amount", eur(amount), "description", "Workshop"));
        body.putAll(more);
        return shop.as("billing")
                .body(body)
                .post("/accounts/" + id + "/charges")
                .then();
    }

    public UUID charge(String amount) {
        return charge(amount, Map.of());
    }

    public UUID charge(String amount, Map<String, ?> more) {
        return Shop.id(tryCharge(amount, more).statusCode(201));
    }

    public List<Map<String, Object>> charges() {
        return shop.as("billing")
                .queryParam("accountId", id)
                .get("/charges")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    public ValidatableResponse tryInvoice() {
        return shop.as("billing").post("/accounts/" + id + "/invoices").then();
    }

    public String invoice() {
        return tryInvoice().statusCode(201).extract().path("id");
    }

    public List<Map<String, Object>> invoices() {
        return shop.as("billing")
                .queryParam("accountId", id)
                .get("/invoices")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** A command on an invoice as it stands now. */
    public ValidatableResponse command(String invoice, String command, Object body) {
        return shop.as("billing")
                .header("If-Match", read(invoice).extract().header("ETag"))
                .body(body)
                .post("/invoices/" + invoice + "/" + command)
                .then();
    }

    public ValidatableResponse read(String invoice) {
        return shop.as("billing").get("/invoices/" + invoice).then().statusCode(200);
    }

    public String balance() {
        return shop.as("billing")
                .get("/accounts/" + id + "/balance")
                .then()
                .statusCode(200)
                .extract()
                .path("balance.amount");
    }

    /** The books balance by construction; what customers owe must be what their invoices say. */
    public void booksAgree() {
        List<Map<String, Object>> invoices = invoices();
        var due = invoices.stream()
                .filter(invoice -> !"DRAFT".equals(invoice.get("status")))
                .mapToLong(invoice -> cents(((Map<?, ?>) invoice.get("due")).get("amount")))
                .sum();
        List<Map<String, Object>> transfers = shop.as("billing")
                .queryParam("accountId", id)
                .queryParam("limit", 200)
                .get("/ledger/transfers")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        var booked = transfers.stream()
                .mapToLong(transfer -> {
                    var amount = cents(((Map<?, ?>) transfer.get("amount")).get("amount"));
                    return "RECEIVABLE".equals(transfer.get("debit"))
                            ? amount
                            : "RECEIVABLE".equals(transfer.get("credit")) ? -amount : 0;
                })
                .sum();
        assertThat(booked).isEqualTo(due);
    }

    private static long cents(Object amount) {
        return Long.parseLong(amount.toString().replace(".", ""));
    }
}
