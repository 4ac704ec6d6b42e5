package dev.rivulet.catalog.price;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with prices. */
@QuarkusTest
class PriceAccessTest {

    private static final String FLAT = "{\"model\": \"FLAT\", \"amount\": \"45.00\"}";

    @ParameterizedTest
    @CsvSource({"sales, 201", "admin, 201", "success, 403", "billing, 403", "ops, 403", "partner, 403", "guest, 403"})
    void shouldLetSalesAndAdminRecord(String role, int status) {
        var till = Till.open();
        var other = till.sales().inRole(role);
        other.post("/price-books", "{\"key\": \"one\"}").then().statusCode(status);
        new Till(other, till.product(), till.plan())
                .post("base", null, FLAT, "\"validFrom\": \"2026-01-01\"")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "billing", "ops", "partner"})
    void shouldLetNobodyElseChange(String role) {
        var till = Till.open();
        var price = "/prices/" + till.price("base", null, FLAT);
        var book = "/price-books/" + till.book("\"key\": \"one\"");
        for (var path : List.of(
                price + "/ends",
                price + "/corrections",
                price + "/withdrawals",
                book + "/adjustments",
                book + "/retirements")) {
            till.sales()
                    .inRole(role)
                    .http()
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-missing"));
        }
    }

    @ParameterizedTest
    @CsvSource({"sales, 200", "success, 200", "billing, 200", "admin, 200", "ops, 200", "partner, 403", "guest, 403"})
    void shouldLetAllButPartnersRead(String role, int status) {
        var till = Till.open();
        var price = "/prices/" + till.price("base", null, FLAT);
        var book = "/price-books/" + till.book("\"key\": \"one\"");
        var reader = new Till(till.sales().inRole(role), till.product(), till.plan());
        for (var path : List.of("/prices", price, "/price-books", book)) {
            reader.sales().get(path).then().statusCode(status);
        }
        reader.ask("").then().statusCode(status);
        reader.sales()
                .post("/price-simulations", "{\"planIds\": [\"" + till.plan() + "\"], \"currency\": \"EUR\"}")
                .then()
                .statusCode(status);
    }

    @Test
    void shouldWantAToken() {
        for (var path : List.of("/prices", "/price-books")) {
            given().get(path).then().statusCode(401);
        }
        for (var path : List.of("/prices", "/price-books", "/price-quotes", "/price-simulations")) {
            given().contentType("application/json").body("{}").post(path).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prices", "/price-books", "/price-quotes", "/price-simulations"})
    void shouldRefuseBodiesItCannotRead(String path) {
        var sales = Caller.as("sales");
        sales.post(path, "{\"key\": ").then().statusCode(400).body("code", equalTo("malformed-json"));
        sales.post(path, "[]").then().statusCode(400);
        sales.http().contentType("application/json").post(path).then().statusCode(400);
        sales.http().contentType("text/plain").body("x").post(path).then().statusCode(415);
    }
}
