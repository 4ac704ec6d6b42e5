package dev.rivulet.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.local.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: the same for every collection. */
@QuarkusTest
class AccessTest {

    private static final Map<String, String> TRANSITIONS = Map.of(
            "/products",
            "/activations",
            "/value-propositions",
            "/approvals",
            "/plans",
            "/publications",
            "/releases",
            "/announcements",
            "/playbooks",
            "/publications",
            "/partners",
            "/trainings");

    private final Caller sales = Caller.as("sales");

    static Stream<String> collections() {
        return Stream.of(
                "/products", "/segments", "/value-propositions", "/plans", "/releases", "/playbooks", "/partners");
    }

    @ParameterizedTest
    @CsvSource({
        "/products, sales, 201",
        "/products, admin, 201",
        "/products, success, 403",
        "/products, billing, 403",
        "/products, ops, 403",
        "/products, partner, 403",
        "/segments, sales, 201",
        "/segments, admin, 201",
        "/segments, success, 403",
        "/segments, billing, 403",
        "/segments, ops, 403",
        "/segments, partner, 403",
        "/value-propositions, sales, 201",
        "/value-propositions, admin, 201",
        "/value-propositions, success, 403",
        "/value-propositions, billing, 403",
        "/value-propositions, ops, 403",
        "/value-propositions, partner, 403",
        "/playbooks, sales, 201",
        "/playbooks, admin, 201",
        "/playbooks, success, 403",
        "/playbooks, billing, 403",
        "/playbooks, ops, 403",
        "/playbooks, partner, 403",
        "/partners, sales, 201",
        "/partners, admin, 201",
        "/partners, success, 403",
        "/partners, billing, 403",
        "/partners, ops, 403",
        "/partners, partner, 403",
        "/partner-roles, sales, 201",
        "/partner-roles, admin, 201",
        "/partner-roles, success, 403",
        "/partner-roles, billing, 403",
        "/partner-roles, ops, 403",
        "/partner-roles, partner, 403",
        "/plans, sales, 201",
        "/plans, admin, 201",
        "/plans, success, 403",
        "/plans, billing, 403",
        "/plans, ops, 403",
        "/plans, partner, 403",
        "/releases, sales, 201",
        "/releases, admin, 201",
        "/releases, success, 403",
        "/releases, billing, 403",
        "/releases, ops, 403",
        "/releases, partner, 403"
    })
    void shouldLetSalesAndAdminCreate(String collection, String role, int status) {
        var body = body(collection);
        sales.inRole(role).post(collection, body).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"success", "billing", "ops", "partner"})
    void shouldLetNobodyElseChange(String role) {
        var other = sales.inRole(role);
        for (var collection : TRANSITIONS.keySet()) {
            var path = collection + "/" + create(collection);
            other.patch(path, "0", "{}").then().statusCode(403).body("code", equalTo("role-missing"));
            other.http()
                    .header("If-Match", "\"0\"")
                    .post(path + TRANSITIONS.get(collection))
                    .then()
                    .statusCode(403);
        }
        other.patch("/segments/" + sales.segment(), "0", "{}").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"sales, 200", "success, 200", "billing, 200", "admin, 200", "ops, 200", "partner, 403", "guest, 403"})
    void shouldLetAllButPartnersRead(String role, int status) {
        var reader = sales.inRole(role);
        for (var collection : collections().toList()) {
            reader.get(collection).then().statusCode(status);
            reader.get(collection + "/" + create(collection)).then().statusCode(status);
        }
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldWantAGoodToken(String collection) {
        var path = collection + "/" + create(collection);
        for (var caller : new RequestSpecification[] {
            given(), bearing(Tokens.expired(sales.tenant(), "admin")), bearing(Tokens.forged(sales.tenant(), "admin"))
        }) {
            caller.get(path).then().statusCode(401).contentType("application/problem+json");
        }
        given().get(collection).then().statusCode(401);
        given().contentType("application/json")
                .body(body(collection))
                .post(collection)
                .then()
                .statusCode(401);
        given().contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(401);
        bearing(Tokens.bearer(null, "admin")).get(path).then().statusCode(403).body("code", equalTo("tenant-missing"));
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldHideOtherTenantsThings(String collection) {
        var path = collection + "/" + create(collection);
        var stranger = Caller.as("admin");
        stranger.get(path).then().statusCode(404).body("code", equalTo("not-found"));
        stranger.patch(path, "0", "{}").then().statusCode(404);
        stranger.get(collection).then().statusCode(200).body("items", empty());
        if (TRANSITIONS.containsKey(collection)) {
            stranger.http()
                    .header("If-Match", "\"0\"")
                    .post(path + TRANSITIONS.get(collection))
                    .then()
                    .statusCode(404);
        }
        sales.get(collection + "/" + UUID.randomUUID()).then().statusCode(404);
        sales.get(collection + "/abc").then().statusCode(404);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldRefuseBodiesItCannotRead(String collection) {
        sales.post(collection, "{\"name\": ").then().statusCode(400).body("code", equalTo("malformed-json"));
        sales.post(collection, "[]").then().statusCode(400);
        sales.http().contentType("application/json").post(collection).then().statusCode(400);
        sales.http().contentType("text/plain").body("x").post(collection).then().statusCode(415);
        sales.http()
                .contentType("application/json")
                .body("{\"name\": \"" + "x".repeat(2_000_000) + "\"}")
                .post(collection)
                .then()
                .statusCode(413);
        var path = collection + "/" + create(collection);
        sales.patch(path, "0", "[]").then().statusCode(400);
        sales.patch(path, "0", "{\"nonsense\": 1}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-property"));
        sales.http()
                .contentType("application/merge-patch+json")
                .header("If-Match", "newest")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("etag-invalid"));
    }

    /** What is kept under a product: who may add to it, and that it is nobody else's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interviews | sales success billing ops partner | sales
            pre-sales  | sales success billing ops partner | sales
            features   | sales success billing ops partner | sales
            waivers    | sales success billing ops partner | admin
            """)
    void shouldLetFewAddToAProduct(String list, String others, String writer) {
        var path = "/products/" + sales.product() + "/" + list;
        var body = switch (list) {
            case "interviews" -> Bodies.interview();
            case "pre-sales" -> Bodies.preSale();
            case "features" -> Bodies.feature("report");
            default -> Bodies.waiver("VALIDATION");
        };
        for (var role : others.split(" ")) {
            if (!role.equals(writer)) {
                sales.inRole(role).post(path, body).then().statusCode(403);
            }
            sales.inRole(role).get(path).then().statusCode(role.equals("partner") ? 403 : 200);
        }
        given().get(path).then().statusCode(401);
        given().contentType("application/json").body(body).post(path).then().statusCode(401);
        var stranger = Caller.as("admin");
        stranger.get(path).then().statusCode(404).body("code", equalTo("not-found"));
        stranger.post(path, body).then().statusCode(404).body("code", equalTo("not-found"));
        sales.get(path).then().body("items", empty());
        sales.inRole(writer).post(path, body).then().statusCode(201);
        sales.inRole(writer).post(path, "[]").then().statusCode(400);
        sales.inRole(writer).post(path, "{\"nonsense\": 1}").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"success", "billing", "ops", "partner"})
    void shouldLetNobodyElseTakeFurtherSteps(String role) {
        var product = "/products/" + sales.product();
        var plan = "/plans/" + sales.plan(sales.product());
        var other = sales.inRole(role);
        for (var path : new String[] {product + "/validations", product + "/retirements", plan + "/versions"}) {
            other.http().header("If-Match", "\"0\"").post(path).then().statusCode(403);
        }
        other.patch(plan + "/versions/1", "0", "{}").then().statusCode(403);
        var reads = new String[] {
            product + "/gates", plan + "/versions", plan + "/versions/1", plan + "/publication-previews"
        };
        for (var path : reads) {
            other.get(path).then().statusCode(role.equals("partner") ? 403 : 200);
            given().get(path).then().statusCode(401);
            Caller.as("sales").get(path).then().statusCode(404);
        }
        var stranger = Caller.as("sales");
        stranger.http()
                .header("If-Match", "\"0\"")
                .post(product + "/retirements")
                .then()
                .statusCode(404);
        stranger.http().post(plan + "/versions").then().statusCode(404);
        stranger.patch(plan + "/versions/1", "0", "{}").then().statusCode(404);
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
            case "/products" -> Bodies.product();
            case "/segments" -> Bodies.segment();
            case "/value-propositions" -> Bodies.proposition(sales.product(), sales.segment());
            case "/playbooks" -> Bodies.playbook(sales.product());
            case "/partners" -> Bodies.partner();
            case "/partner-roles" -> "{\"key\": \"INTEGRATOR\", \"name\": \"Integrator\", \"sells\": true}";
            case "/plans" -> Bodies.plan(sales.product(), "49.00");
            case "/releases" -> Bodies.release(sales.product());
            default -> throw new IllegalArgumentException(collection);
        };
    }

    private static RequestSpecification bearing(String token) {
        return given().header("Authorization", token);
    }
}
