package dev.rivulet.catalog.partner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import dev.rivulet.local.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's own people see. */
@QuarkusTest
class PartnerTokenTest {

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);
    private String product;
    private String mine;
    private String other;

    @BeforeEach
    void addTwoPartners() {
        product = sales.product();
        mine = channel.active(channel.publishedPlaybook(product));
        other = channel.inTraining();
    }

    @Test
    void shouldSeeItsOwnPartnerOnly() {
        as(mine).get("/partners").then().statusCode(200).body("items.id", contains(mine));
        as(mine).get("/partners?status=TRAINING").then().statusCode(200).body("items", empty());
        as(mine).get("/partners/" + mine).then().statusCode(200).body("maySell", equalTo(true));
        as(mine).get("/partners/" + other).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/persons", "/certifications", "/references", "/moves", "/sale-rights?productId="})
    void shouldSeeWhatBelongsToIt(String part) {
        var path = part.endsWith("=") ? part + product : part;
        as(mine).get("/partners/" + mine + path).then().statusCode(200);
        as(mine).get("/partners/" + other + path).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void shouldSeeNothingWithoutAPartner() {
        sales.inRole("partner").get("/partners").then().statusCode(403).body("code", equalTo("partner-missing"));
        sales.inRole("partner").get("/partners/" + mine).then().statusCode(403);
        as("not-an-id").get("/partners").then().statusCode(403).body("code", equalTo("partner-missing"));
    }

    @Test
    void shouldSeeNothingOfAnotherTenant() {
        bearing(Tokens.bearer(Caller.as("x").tenant(), Map.of("partner", mine), "partner"))
                .get("/partners/" + mine)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldChangeNothing() {
        as(mine).contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch("/partners/" + mine)
                .then()
                .statusCode(403)
                .body("code", equalTo("role-missing"));
        as(mine).contentType("application/json")
                .body(Bodies.partner())
                .post("/partners")
                .then()
                .statusCode(403);
        as(mine).contentType("application/json")
                .body("{\"name\": \"x\"}")
                .post("/partners/" + mine + "/persons")
                .then()
                .statusCode(403);
        as(mine).get("/playbooks").then().statusCode(403);
        as(mine).get("/products/" + product + "/channel-readiness").then().statusCode(403);
    }

    @Test
    void shouldNotNarrowTheCompanysOwnPeople() {
        bearing(Tokens.bearer(sales.tenant(), Map.of("partner", mine), "sales", "partner"))
                .get("/partners")
                .then()
                .body("items.id", contains(mine, other));
    }

    private RequestSpecification as(String partner) {
        return bearing(Tokens.bearer(sales.tenant(), Map.of("partner", partner), "partner"));
    }

    private static RequestSpecification bearing(String token) {
        return given().header("Authorization", token);
    }
}
