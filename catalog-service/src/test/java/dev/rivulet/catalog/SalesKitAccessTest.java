package dev.rivulet.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with that which helps to sell. */
@QuarkusTest
class SalesKitAccessTest {

    private final Caller sales = Caller.as("sales");

    @ParameterizedTest
    @CsvSource({
        "/competitors, sales admin",
        "/battlecards, sales admin",
        "/lint-rules, sales admin",
        "/case-studies, sales success admin"
    })
    void shouldLetOnlySomeCreateAndChange(String collection, String roles) {
        var path = collection + "/" + create(collection);
        for (var role : List.of("sales", "success", "billing", "admin", "ops", "partner", "guest")) {
            var may = List.of(roles.split(" ")).contains(role);
            var caller = sales.inRole(role);
            caller.post(collection, body(collection)).then().statusCode(may ? 201 : 403);
            var version = sales.get(path).<Integer>path("version");
            caller.patch(path, version.toString(), "{}").then().statusCode(may ? 200 : 403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/battlecards, reviews, sales admin",
        "/case-studies, publications, sales admin",
        "/case-studies, consents, sales success admin",
        "/case-studies, withdrawals, sales success admin",
        "/case-studies, reopenings, sales success admin",
        "/value-propositions, reviews, sales admin",
        "/value-propositions, returns, sales admin",
        "/value-propositions, approvals, sales admin",
        "/value-propositions, versions, sales admin",
        "/value-propositions, promotions, sales admin",
        "/value-propositions, shares, sales admin",
        "/value-propositions, deal-outcomes, sales admin"
    })
    void shouldLetOnlySomeDecide(String collection, String transition, String roles) {
        var path = collection + "/" + create(collection) + "/" + transition;
        for (var role : List.of("success", "billing", "ops", "partner", "guest")) {
            if (!List.of(roles.split(" ")).contains(role)) {
                sales.inRole(role)
                        .http()
                        .header("If-Match", "\"0\"")
                        .contentType("application/json")
                        .body("{}")
                        .post(path)
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("role-missing"));
            }
        }
        given().contentType("application/json").body("{}").post(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/competitors", "/battlecards", "/lint-rules", "/case-studies"})
    void shouldLetAllButPartnersRead(String collection) {
        var path = collection + "/" + create(collection);
        for (var role : List.of("sales", "success", "billing", "admin", "ops")) {
            sales.inRole(role).get(collection).then().statusCode(200);
            sales.inRole(role).get(path).then().statusCode(200);
        }
        sales.inRole("partner").get(collection).then().statusCode(403);
        sales.inRole("partner").get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/competitors", "/battlecards", "/lint-rules", "/case-studies"})
    void shouldHideOtherTenantsThings(String collection) {
        var path = collection + "/" + create(collection);
        var stranger = Caller.as("admin");
        stranger.get(path).then().statusCode(404).body("code", equalTo("not-found"));
        stranger.patch(path, "0", "{}").then().statusCode(404);
        stranger.get(collection).then().statusCode(200).body("items", empty());
        sales.get(collection + "/" + UUID.randomUUID()).then().statusCode(404);
        sales.patch(path, "0", "{\"nonsense\": 1}").then().statusCode(400);
        sales.post(collection, "[]").then().statusCode(400);
    }

    private String create(String collection) {
        return sales.post(collection, body(collection))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String body(String collection) {
        return switch (collection) {
            case "/competitors" -> Bodies.competitor();
            case "/battlecards" -> Bodies.battlecard(sales.competitor(), sales.product());
            case "/lint-rules" -> Bodies.lintRule("rule-" + UUID.randomUUID());
            case "/case-studies" -> Bodies.caseStudy(sales.product(), sales.segment());
            case "/value-propositions" -> Bodies.proposition(sales.product(), sales.segment());
            default -> throw new IllegalArgumentException(collection);
        };
    }
}
