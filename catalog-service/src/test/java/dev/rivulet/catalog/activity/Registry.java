package dev.rivulet.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.job.Finished;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;

/** What the tests of activities begin with: the starter edition, a seller, an assignment. */
record Registry(Caller sales) {

    String starterEdition() {
        var job = Finished.of(sales, sales.http().post("/activity-code-imports/starters"));
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        return sales.get("/activity-editions").jsonPath().getString("items.find { it.edition == 'starter' }.id");
    }

    Response send(String query, String csv) {
        return send(query, csv.getBytes(StandardCharsets.UTF_8));
    }

    Response send(String query, byte[] csv) {
        return sales.http().contentType("text/csv").body(csv).post("/activity-code-imports?" + query);
    }

    JsonPath imported(String query, String csv) {
        return Finished.of(sales, send(query, csv));
    }

    static String seller(String edition, String main, String additional) {
        return """
                {"key": "shop", "name": "Northwind Shop LLC", "editionId": "%s", "mainCode": "%s",
                 "additionalCodes": %s, "licences": []}""".formatted(edition, main, additional);
    }

    String added(String edition, String main, String additional) {
        return created("/sellers", seller(edition, main, additional));
    }

    static String assignment(String seller, String product, String code) {
        return """
                {"sellerId": "%s", "productId": "%s", "code": "%s", "channelCodes": [],
                 "goods": "medicines", "serviceLines": []}""".formatted(seller, product, code);
    }

    String assigned(String seller, String product, String code) {
        return created("/activity-assignments", assignment(seller, product, code));
    }

    static String ban() {
        return """
                {"kind": "BANNED", "goods": "medicines", "channel": "AUCTION", "validFrom": "2026-03-01",
                 "basis": "Federal law 61-FZ, article 55"}""";
    }

    String created(String path, String body) {
        return sales.post(path, body).then().statusCode(201).extract().path("id");
    }
}
