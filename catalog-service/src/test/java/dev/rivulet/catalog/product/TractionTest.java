package dev.rivulet.catalog.product;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interviews, pre-sales, waivers and features of a product. */
@QuarkusTest
class TractionTest {

    private final Caller sales = Caller.as("sales");
    private String path;

    @BeforeEach
    void makeAnIdea() {
        path = "/products/" + sales.idea();
    }

    @Test
    void shouldKeepTheClientsOwnWords() {
        sales.post(path + "/interviews", Bodies.interview())
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("recordedBy", equalTo("sales@" + sales.tenant()))
                .body("recordedAt", notNullValue());
        sales.inRole("success")
                .get(path + "/interviews")
                .then()
                .statusCode(200)
                .body("items.interviewee", contains("Anna Berger, Northwind"))
                .body("items.function", contains("HR_HEAD"))
                .body("items.pain", contains("We train people for months and see no change"))
                .body("items.heldOn", contains("2026-02-03"));
    }

    @Test
    void shouldKeepWhatWasPaidBeforeThereWasAnything() {
        sales.post(path + "/pre-sales", Bodies.preSale().replace("LETTER", "PAID"))
                .then()
                .statusCode(201);
        sales.get(path + "/pre-sales")
                .then()
                .body("items.customer", contains("Northwind"))
                .body("items[0].amount.amount", equalTo("900.00"))
                .body("items[0].amount.currency", equalTo("EUR"))
                .body("items[0].form", equalTo("PAID"))
                .body("items[0].agreedOn", equalTo("2026-02-17"));
    }

    @Test
    void shouldKeepWhoSigned() {
        var admin = sales.inRole("admin");
        admin.post(path + "/waivers", Bodies.waiver("VALIDATION")).then().statusCode(201);
        admin.post(path + "/waivers", Bodies.waiver("VALIDATION"))
                .then()
                .statusCode(409)
                .body("code", equalTo("gate-waived"));
        sales.get(path + "/waivers")
                .then()
                .body("items.gate", contains("VALIDATION"))
                .body("items.signedBy", contains("admin@" + sales.tenant()))
                .body("items.reason", contains("The founder sold it for ten years elsewhere"));
    }

    @Test
    void shouldNameFeaturesOnceInAProduct() {
        sales.post(path + "/features", Bodies.feature("report")).then().statusCode(201);
        sales.post(path + "/features", Bodies.feature("report"))
                .then()
                .statusCode(409)
                .body("code", equalTo("key-taken"));
        sales.post("/products/" + sales.product() + "/features", Bodies.feature("report"))
                .then()
                .statusCode(201);
        sales.get(path + "/features").then().body("items.key", contains("report"));
    }

    @ParameterizedTest
    @CsvSource({"interviews", "pre-sales", "features"})
    void shouldListPageByPage(String list) {
        for (var i = 0; i < 3; i++) {
            var body = switch (list) {
                case "interviews" -> Bodies.interview();
                case "pre-sales" -> Bodies.preSale();
                default -> Bodies.feature("f" + i);
            };
            sales.post(path + "/" + list, body).then().statusCode(201);
        }
        var first = sales.get(path + "/" + list + "?limit=2");
        first.then().body("items", hasSize(2));
        sales.get(path + "/" + list + "?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void shouldRecordOnceUnderOneIdempotencyKey() {
        for (var i = 0; i < 2; i++) {
            sales.http()
                    .header("Idempotency-Key", "k1")
                    .contentType("application/json")
                    .body(Bodies.interview())
                    .post(path + "/interviews")
                    .then()
                    .statusCode(201);
        }
        sales.get(path + "/interviews").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interviews | "HR_HEAD"    | " "           | 400 | /function          | value-missing
            interviews | "Anna Berger, Northwind" | null | 400 | /interviewee    | value-missing
            interviews | "pain": "We train people for months and see no change", | | 400 | /pain | value-missing
            interviews | "2026-02-03" | "yesterday"   | 400 | /heldOn            | wrong-type
            interviews | "2026-02-03" | "2999-01-01"  | 422 | /heldOn            | date-in-future
            interviews | "heldOn"     | "held"        | 400 | /held              | unknown-property
            pre-sales  | "900.00"     | "0.00"        | 400 | /amount/amount     | amount-not-positive
            pre-sales  | "900.00"     | "-1.00"       | 400 | /amount/amount     | amount-not-positive
            pre-sales  | "EUR"        | "EUX"         | 400 | /amount/currency   | currency-unknown
            pre-sales  | "LETTER"     | "HANDSHAKE"   | 400 | /form              | value-invalid
            pre-sales  | "Northwind"  | ""            | 400 | /customer          | value-missing
            pre-sales  | "2026-02-17" | "2999-01-01"  | 422 | /agreedOn          | date-in-future
            features   | "report"     | "Re port"     | 400 | /key               | key-format
            features   | "report"     | null          | 400 | /key               | value-missing
            waivers    | "VALIDATION" | "RETIREMENT"  | 400 | /gate              | value-invalid
            waivers    | "The founder sold it for ten years elsewhere" | " " | 400 | /reason | value-missing
            """)
    void shouldPointAtWhatIsWrong(String list, String right, String wrong, int status, String pointer, String code) {
        var body = switch (list) {
            case "interviews" -> Bodies.interview();
            case "pre-sales" -> Bodies.preSale();
            case "features" -> Bodies.feature("report");
            default -> Bodies.waiver("VALIDATION");
        };
        sales.inRole("admin")
                .post(path + "/" + list, body.replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
