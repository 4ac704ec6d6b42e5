package dev.rivulet.catalog.price;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.function.UnaryOperator;

/** A published plan, and ways to price it. */
record Till(Caller sales, String product, String plan, String currency) {

    Till(Caller sales, String product, String plan) {
        this(sales, product, plan, "EUR");
    }

    /** Of a tenant nobody has used; the plan costs EUR 49.00. */
    static Till open() {
        return open(Caller.as("sales"), "49.00");
    }

    static Till open(Caller sales, String listPrice) {
        return of(sales, "EUR", product -> Bodies.plan(product, listPrice));
    }

    /** Of a tenant nobody has used, in another currency. */
    static Till of(String currency, String listPrice) {
        return of(
                Caller.as("sales"),
                currency,
                product -> Bodies.plan(product, listPrice).replace("EUR", currency));
    }

    /** With a plan of its own, published; the plan is made for the product. */
    static Till of(Caller sales, String currency, UnaryOperator<String> plan) {
        var product = sales.product();
        var till = new Till(sales, product, created(sales.post("/plans", plan.apply(product))), currency);
        sales.advance("/plans/" + till.plan, "publications").then().statusCode(200);
        return till;
    }

    static String draft(Caller sales, String product, String listPrice) {
        return created(sales.post("/plans", Bodies.plan(product, listPrice)));
    }

    String book(String fields) {
        return created(sales.post("/price-books", "{" + fields + "}"));
    }

    /** From 1 January 2026 on. */
    String price(String component, String book, String terms) {
        return created(post(component, book, terms, "\"validFrom\": \"2026-01-01\""));
    }

    Response post(String component, String book, String terms, String more) {
        return sales.post("/prices", """
                {"planId": "%s", "component": "%s", %s "currency": "%s", "terms": %s, %s}""".formatted(
                plan, component, book == null ? "" : "\"priceBookId\": \"" + book + "\",", currency, terms, more));
    }

    /** In the till's currency, on a day of 2026, unless the fields say otherwise. */
    Response ask(String fields) {
        var money = fields.contains("\"currency\"") ? "" : ", \"currency\": \"" + currency + "\"";
        var date = fields.contains("\"date\"") ? "" : ", \"date\": \"2026-06-15\"";
        return sales.post(
                "/price-quotes",
                "{\"planId\": \"" + plan + "\"" + money + date + (fields.isEmpty() ? "" : ", " + fields) + "}");
    }

    JsonPath quote(String fields) {
        return ask(fields).then().statusCode(200).extract().jsonPath();
    }

    String total(String fields) {
        return quote(fields).getString("total.amount");
    }

    /** A change decided on the version that a fresh read shows. */
    Response change(String path, String body) {
        return sales.http()
                .contentType("application/json")
                .header(
                        "If-Match",
                        sales.get(path.substring(0, path.lastIndexOf('/'))).header("ETag"))
                .body(body)
                .post(path);
    }

    private static String created(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }
}
