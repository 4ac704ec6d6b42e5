package dev.rivulet.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AssignmentResourceTest {

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
    void shouldAssignChangeAndRemove() {
        var created = sales.post("/activity-assignments", Registry.assignment(seller, product, "47.91"));
        created.then().statusCode(201).header("ETag", "\"0\"").body("goods", equalTo("medicines"));
        var path = created.header("Location");
        sales.patch(path, "0", """
                {"goods": null, "serviceLines": ["PACKING", "DELIVERY"],
                 "channelCodes": [{"channel": "INTERNET", "code": "47.91.2"}]}""")
                .then()
                .statusCode(200)
                .body("goods", equalTo(null))
                .body("serviceLines", contains("DELIVERY", "PACKING"))
                .body("channelCodes[0].code", equalTo("47.91.2"));
        sales.get("/activity-assignments?sellerId=" + seller).then().body("items.productId", contains(product));
        sales.get("/activity-assignments?productId=" + UUID.randomUUID()).then().body("items", empty());
        sales.http().delete(path).then().statusCode(428);
        sales.http().header("If-Match", "\"0\"").delete(path).then().statusCode(412);
        sales.http().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        sales.get(path).then().statusCode(404);
    }

    @Test
    void shouldAssignAProductOnceForASeller() throws Exception {
        Callable<Integer> assign =
                () -> sales.post("/activity-assignments", Registry.assignment(seller, product, "47.91"))
                        .statusCode();
        try (var both = Executors.newFixedThreadPool(2)) {
            var statuses = both.invokeAll(List.of(assign, assign)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        }
        sales.post("/activity-assignments", Registry.assignment(seller, product, "47.91"))
                .then()
                .statusCode(409)
                .body("code", equalTo("activity-assigned"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "47.91"             | "48"                     | 422 | /code                   | activity-code-unknown
            "47.91"             | "G"                      | 422 | /code                   | activity-code-section
            "channelCodes": []  | "channelCodes": [{"channel": "MAIL", "code": "1"}] | 422 | /channelCodes/0/code | activity-code-unknown
            "channelCodes": []  | "channelCodes": [{"channel": "MAIL", "code": "47.91"}, {"channel": "MAIL", "code": "62.09"}] | 422 | /channelCodes/1/channel | channel-repeated
            "channelCodes": []  | "channelCodes": [{"code": "47.91"}] | 400 | /channelCodes/0/channel | value-missing
            "medicines"         | "Medicines"              | 400 | /goods                  | key-format
            "serviceLines": []  | "serviceLines": ["CARE"] | 400 | /serviceLines/0         | value-invalid
            "code": "47.91",    |                          | 400 | /code                   | value-missing
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, int status, String pointer, String code) {
        var body = Registry.assignment(seller, product, "47.91").replace(right, wrong == null ? "" : wrong);
        sales.post("/activity-assignments", body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldWantASellerAndAProductThatAreThere() {
        var nobody = UUID.randomUUID().toString();
        sales.post("/activity-assignments", Registry.assignment(nobody, product, "47.91"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("seller-unknown"));
        sales.post("/activity-assignments", Registry.assignment(seller, nobody, "47.91"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("product-unknown"));
    }
}
