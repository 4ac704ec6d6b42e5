package dev.rivulet.catalog.activity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SellerResourceTest {

    private final Caller sales = Caller.as("sales");
    private final Registry registry = new Registry(sales);
    private String edition;

    @BeforeEach
    void importTheStarter() {
        edition = registry.starterEdition();
    }

    @Test
    void shouldAddReadAndChangeASeller() {
        var created = sales.post("/sellers", Registry.seller(edition, "62.09", "[\"47.91\"]"));
        created.then().statusCode(201).header("ETag", "\"0\"");
        var path = created.header("Location");
        sales.inRole("ops")
                .get(path)
                .then()
                .body("mainCode", equalTo("62.09"))
                .body("additionalCodes", contains("47.91"))
                .body("licences", empty());
        sales.patch(path, "0", """
                {"mainCode": "47.91", "additionalCodes": ["62.09", "53.20.31"],
                 "licences": [{"code": "47.91", "number": "L-1", "validFrom": "2026-01-01"}]}""")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("mainCode", equalTo("47.91"))
                .body("licences[0].validFrom", equalTo("2026-01-01"));
        sales.patch(path, "0", "{}").then().statusCode(412);
        sales.patch(path, "1", "{\"key\": \"x\"}").then().statusCode(400);
        sales.get("/sellers").then().body("items.key", contains("shop"));
        sales.post("/sellers", Registry.seller(edition, "62.09", "[]"))
                .then()
                .statusCode(409)
                .body("code", equalTo("key-taken"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "62.09"                  | "62.10"                          | 422 | /mainCode          | activity-code-unknown
            "62.09"                  | "J"                              | 422 | /mainCode          | activity-code-section
            "additionalCodes": []    | "additionalCodes": ["47.91", "1"] | 422 | /additionalCodes/1 | activity-code-unknown
            "additionalCodes": []    | "additionalCodes": ["62.09"]     | 422 | /additionalCodes/0 | activity-code-repeated
            "licences": []           | "licences": [{"code": "99", "number": "1"}] | 422 | /licences/0/code | activity-code-unknown
            "licences": []           | "licences": [{"code": "62.09"}]  | 400 | /licences/0/number | value-missing
            "licences": []           | "licences": [{"code": "62.09", "number": "1", "validFrom": "2026-02-02", "validTo": "2026-02-02"}] | 400 | /licences/0/validTo | period-empty
            "key": "shop"            | "key": "Shop"                    | 400 | /key               | key-format
            "key": "shop",           |                                  | 400 | /key               | value-missing
            "Northwind Shop LLC"     | " "                              | 400 | /name              | value-missing
            "mainCode": "62.09",     |                                  | 400 | /mainCode          | value-missing
            "mainCode"               | "maincode"                       | 400 | /maincode          | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, int status, String pointer, String code) {
        var body = Registry.seller(edition, "62.09", "[]").replace(right, wrong == null ? "" : wrong);
        sales.post("/sellers", body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldWantAnEditionThatIsThere() {
        sales.post("/sellers", Registry.seller(UUID.randomUUID().toString(), "62.09", "[]"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/editionId"))
                .body("errors[0].code", equalTo("activity-edition-unknown"));
        var stranger = Caller.as("sales");
        stranger.post("/sellers", Registry.seller(edition, "62.09", "[]"))
                .then()
                .statusCode(422)
                .body("code", equalTo("activity-edition-unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "sales, 201, 200",
        "admin, 201, 200",
        "success, 403, 200",
        "billing, 403, 200",
        "ops, 403, 200",
        "partner, 403, 403",
        "guest, 403, 403"
    })
    void shouldLetSalesAndAdminWriteAndAllButPartnersRead(String role, int write, int read) {
        var id = registry.added(edition, "62.09", "[]");
        var product = sales.product();
        var assignment = registry.assigned(id, sales.product(), "47.91.2");
        var rule = registry.created("/sale-rules", Registry.ban());
        var caller = sales.inRole(role);
        caller.post("/sellers", Registry.seller(edition, "62.09", "[]").replace("shop", "other"))
                .then()
                .statusCode(write);
        caller.post("/activity-assignments", Registry.assignment(id, product, "47.91"))
                .then()
                .statusCode(write);
        caller.post("/sale-rules", Registry.ban()).then().statusCode(write);
        for (var path : new String[] {
            "/sellers",
            "/sellers/" + id,
            "/sellers/" + id + "/activity-revenue",
            "/activity-assignments",
            "/activity-assignments/" + assignment,
            "/sale-rules",
            "/sale-rules/" + rule,
            "/sale-permissions?channel=INTERNET&sellerId=" + id + "&productId=" + product
        }) {
            caller.get(path).then().statusCode(read);
        }
        if (write == 403) {
            caller.patch("/sellers/" + id, "0", "{}").then().statusCode(403);
            caller.patch("/activity-assignments/" + assignment, "0", "{}")
                    .then()
                    .statusCode(403);
            caller.http().delete("/activity-assignments/" + assignment).then().statusCode(403);
            caller.post("/sale-rules/" + rule + "/ends", "{\"validTo\": \"2027-01-01\"}")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void shouldHideOtherTenantsThings() {
        var id = registry.added(edition, "62.09", "[]");
        var product = sales.product();
        var assignment = registry.assigned(id, product, "47.91.2");
        var rule = registry.created("/sale-rules", Registry.ban());
        var stranger = Caller.as("admin");
        for (var collection : new String[] {"/sellers", "/activity-assignments", "/sale-rules"}) {
            stranger.get(collection).then().statusCode(200).body("items", empty());
        }
        for (var path : new String[] {
            "/sellers/" + id,
            "/sellers/" + id + "/activity-revenue",
            "/activity-assignments/" + assignment,
            "/sale-rules/" + rule,
            "/sale-permissions?channel=INTERNET&sellerId=" + id + "&productId=" + product
        }) {
            stranger.get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
        stranger.patch("/sellers/" + id, "0", "{}").then().statusCode(404);
        stranger.patch("/activity-assignments/" + assignment, "0", "{}").then().statusCode(404);
        stranger.http()
                .header("If-Match", "\"0\"")
                .delete("/activity-assignments/" + assignment)
                .then()
                .statusCode(404);
        stranger.post("/sale-rules/" + rule + "/ends", "{\"validTo\": \"2027-01-01\"}")
                .then()
                .statusCode(404);
    }
}
