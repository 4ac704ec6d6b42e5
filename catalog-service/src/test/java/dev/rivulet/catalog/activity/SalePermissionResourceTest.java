package dev.rivulet.catalog.activity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SalePermissionResourceTest {

    private final Caller sales = Caller.as("sales");
    private final Registry registry = new Registry(sales);
    private String seller;
    private String product;

    @BeforeEach
    void addASellerAndAProduct() {
        seller = registry.added(registry.starterEdition(), "62.09", "[\"47.91\"]");
        product = sales.product();
    }

    @Test
    void shouldSayYes() {
        registry.assigned(seller, product, "47.91.2");
        ask("INTERNET", "2026-03-01")
                .body("verdict", equalTo("YES"))
                .body("reasons", empty())
                .body("scheme", equalTo("OKVED2"))
                .body("edition", equalTo("starter"))
                .body("code", equalTo("47.91.2"))
                .body("codeName", equalTo("Розничная торговля через Интернет"));
    }

    @Test
    void shouldNameTheCodesNeeded() {
        var id = registry.assigned(seller, product, "47.51");
        sales.patch("/activity-assignments/" + id, "0", """
                {"serviceLines": ["DELIVERY"], "channelCodes": [{"channel": "INTERNET", "code": "47.91.2"}]}""").then().statusCode(200);
        ask("SHOP", "2026-03-01")
                .body("verdict", equalTo("NEEDS_CODE"))
                .body("reasons.code", contains("47.51", "53.20.31"))
                .body("reasons.cause", contains("PRODUCT", "SERVICE_LINE"))
                .body("reasons[1].codeName", equalTo("Курьерская доставка"));
        ask("INTERNET", "2026-03-01").body("reasons.code", contains("53.20.31"));
        sales.patch("/sellers/" + seller, "0", "{\"additionalCodes\": [\"47.91\", \"53.20.31\"]}")
                .then()
                .statusCode(200);
        ask("INTERNET", "2026-03-01").body("verdict", equalTo("YES"));
    }

    @Test
    void shouldWantToKnowWhichActivityAProductIs() {
        ask("INTERNET", "2026-03-01")
                .body("verdict", equalTo("NEEDS_CODE"))
                .body("reasons.cause", contains("PRODUCT_WITHOUT_CODE"));
    }

    @Test
    void shouldBanByDate() {
        registry.assigned(seller, product, "47.91.3");
        var rule = registry.created("/sale-rules", Registry.ban());
        ask("AUCTION", "2026-02-28").body("verdict", equalTo("YES"));
        ask("AUCTION", "2026-03-01")
                .body("verdict", equalTo("BANNED"))
                .body("reasons[0].ruleId", equalTo(rule))
                .body("reasons[0].ruleValidFrom", equalTo("2026-03-01"))
                .body("reasons[0].ruleBasis", equalTo("Federal law 61-FZ, article 55"));
        ask("INTERNET", "2026-03-01").body("verdict", equalTo("YES"));
        sales.http()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"validTo\": \"2026-06-01\"}")
                .post("/sale-rules/" + rule + "/ends")
                .then()
                .statusCode(200)
                .body("validTo", equalTo("2026-06-01"));
        ask("AUCTION", "2026-05-31").body("reasons[0].ruleValidTo", equalTo("2026-06-01"));
        ask("AUCTION", "2026-06-01").body("verdict", equalTo("YES"));
        sales.get("/sale-rules?on=2026-05-31").then().body("items.id", contains(rule));
        sales.get("/sale-rules?on=2026-06-01").then().body("items", empty());
        ask("AUCTION", null).body("verdict", equalTo("YES"));
    }

    @Test
    void shouldWantLicencesByFlagAndByRule() {
        registry.imported("scheme=OKVED2&edition=licensed", """
                code,name,licensed
                46,Wholesale,
                46.46,Medicines wholesale,true
                46.46.1,Medicines,
                """);
        String edition =
                sales.get("/activity-editions").jsonPath().getString("items.find { it.edition == 'licensed' }.id");
        sales.patch(
                        "/sellers/" + seller,
                        "0",
                        "{\"editionId\": \"" + edition + "\", \"mainCode\": \"46\", \"additionalCodes\": []}")
                .then()
                .statusCode(200);
        registry.assigned(seller, product, "46.46.1");
        ask("SHOP", "2026-03-01").body("verdict", equalTo("LICENSED")).body("reasons[0].code", equalTo("46.46.1"));
        sales.patch("/sellers/" + seller, "1", """
                {"licences": [{"code": "46.46", "number": "L-1", "validTo": "2026-03-02"}]}""").then().statusCode(200);
        ask("SHOP", "2026-03-01").body("verdict", equalTo("YES"));
        ask("SHOP", "2026-03-02").body("verdict", equalTo("LICENSED"));
        registry.created("/sale-rules", """
                {"kind": "LICENSED", "goods": "medicines", "code": "46", "validFrom": "2020-01-01", "basis": "a law"}""");
        ask("SHOP", "2026-03-01").body("verdict", equalTo("LICENSED")).body("reasons.cause", contains("RULE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind": "BANNED"     | "kind": "LICENSED"    | 400 | /code      | value-missing
            "kind": "BANNED"     | "kind": "BANNED", "code": "47" | 422 | /code | sale-rule-code
            "kind": "BANNED"     | "kind": "NEEDS_CODE", "code": "x" | 400 | /code | activity-code-format
            "kind": "BANNED"     | "kind": "ALLOWED"     | 400 | /kind      | value-invalid
            "medicines"          | "Medicines"           | 400 | /goods     | key-format
            "goods": "medicines", "channel": "AUCTION", | | 422 |           | sale-rule-aimless
            "2026-03-01",        | "2026-03-01", "validTo": "2026-03-01", | 400 | /validTo | period-empty
            "2026-03-01"         | "01.03.2026"          | 400 | /validFrom | wrong-type
            "Federal law 61-FZ, article 55" | ""         | 400 | /basis     | value-missing
            """)
    void shouldPointAtWhatIsWrongWithARule(String right, String wrong, int status, String pointer, String code) {
        sales.post("/sale-rules", Registry.ban().replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer == null ? "" : pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldNotEndARuleBeforeItBegins() {
        var path = "/sale-rules/" + registry.created("/sale-rules", Registry.ban());
        sales.post(path + "/ends", "{\"validTo\": \"2027-01-01\"}").then().statusCode(428);
        sales.http()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"validTo\": \"2026-03-01\"}")
                .post(path + "/ends")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("period-empty"));
    }

    @ParameterizedTest
    @CsvSource({"sellerId", "productId", "channel"})
    void shouldWantTheWholeQuestion(String left) {
        var query = "sellerId=%s&productId=%s&channel=SHOP".formatted(seller, product);
        sales.get("/sale-permissions?" + query.replaceAll(left + "=[^&]*&?", ""))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?" + left))
                .body("errors[0].code", equalTo("value-missing"));
    }

    @Test
    void shouldKnowNobodyElse() {
        sales.get("/sale-permissions?channel=SHOP&sellerId=%s&productId=%s".formatted(UUID.randomUUID(), product))
                .then()
                .statusCode(404);
        sales.get("/sale-permissions?channel=SHOP&sellerId=%s&productId=%s".formatted(seller, UUID.randomUUID()))
                .then()
                .statusCode(404);
        sales.get("/sale-permissions?channel=SKY&sellerId=%s&productId=%s".formatted(seller, product))
                .then()
                .statusCode(400);
    }

    private ValidatableResponse ask(String channel, String on) {
        var path = "/sale-permissions?sellerId=%s&productId=%s&channel=%s".formatted(seller, product, channel);
        return sales.get(on == null ? path : path + "&on=" + on).then().statusCode(200);
    }
}
