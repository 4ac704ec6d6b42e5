package dev.rivulet.story;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client does wrong, on every service: one problem with the right status and pointer, never a 500. */
class BadInputIT {

    private static final String[] ALL = {"sales", "success", "billing", "admin"};

    private final RunningStack stack = RunningStack.shared();
    private final String tenant = "bad-" + UUID.randomUUID();

    /** A service with a resource to create, its list, and how to change one. */
    enum Side {
        CATALOG("/products", "{\"name\":\"a\",\"kind\":\"SAAS\"}", "name"),
        SUBSCRIPTION("/accounts", "{\"name\":\"a\",\"zone\":\"Europe/Berlin\",\"currency\":\"EUR\"}", "name"),
        SUCCESS(
                "/survey-answers",
                "{\"accountId\":\"0199d3a0-0000-7000-8000-000000000001\",\"kind\":\"NPS\","
                        + "\"value\":9,\"respondent\":\"a\"}",
                "respondent");

        final String path;
        final String body;
        final String text;

        Side(String path, String body, String text) {
            this.path = path;
            this.body = body;
            this.text = text;
        }

        String url(RunningStack stack, String path) {
            return switch (this) {
                case CATALOG -> stack.catalog(path);
                case SUBSCRIPTION -> stack.subscription(path);
                case SUCCESS -> stack.success(path);
            };
        }
    }

    private RequestSpecification caller(String... roles) {
        return given().header("Authorization", stack.bearer(tenant, roles)).contentType(ContentType.JSON);
    }

    private Response create(Side side, String body) {
        return caller(ALL).body(body).post(side.url(stack, side.path));
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("traceId", notNullValue())
                .body("detail", not(containsString("Exception")));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAnUnknownProperty(Side side) {
        problem(create(side, side.body.replaceFirst("\\{", "{\"colour\":\"red\",")), 400, "validation-failed")
                .body("errors.pointer", hasItem("/colour"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAWrongType(Side side) {
        problem(
                        create(side, side.body.replaceAll("\"" + side.text + "\":\"a\"", "\"" + side.text + "\":7")),
                        400,
                        "validation-failed")
                .body("errors.pointer", hasItem("/" + side.text))
                .body("errors.code", hasItem("wrong-type"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseNulInText(Side side) {
        var body = side.body.replace("\"" + side.text + "\":\"a\"", "\"" + side.text + "\":\"a\\u0000b\"");
        problem(create(side, body), 400, "validation-failed")
                .body("errors.pointer", hasItem("/" + side.text))
                .body("errors.code", hasItem("text-invalid"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseMalformedJson(Side side) {
        problem(create(side, "{\"name\":"), 400, "malformed-json");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseTwoMegabytes(Side side) {
        problem(create(side, "{\"name\":\"" + "x".repeat(2 << 20) + "\"}"), 413, "body-too-large");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseWithoutAToken(Side side) {
        problem(
                        given().contentType(ContentType.JSON).body(side.body).post(side.url(stack, side.path)),
                        401,
                        "token-missing")
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseATokenWithoutATenant(Side side) {
        problem(
                given().header("Authorization", stack.bearer(null, ALL))
                        .contentType(ContentType.JSON)
                        .body(side.body)
                        .post(side.url(stack, side.path)),
                403,
                "tenant-missing");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAWrongRole(Side side) {
        problem(caller("partner").body(side.body).post(side.url(stack, side.path)), 403, "role-missing");
        problem(caller("ops").body(side.body).post(side.url(stack, side.path)), 403, "role-missing");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAReusedKey(Side side) {
        var key = "key-" + UUID.randomUUID();
        var body = valid(side);
        caller(ALL)
                .header("Idempotency-Key", key)
                .body(body)
                .post(side.url(stack, side.path))
                .then()
                .statusCode(201);
        var other = body.replace("\"" + side.text + "\":\"a\"", "\"" + side.text + "\":\"b\"");
        problem(
                caller(ALL).header("Idempotency-Key", key).body(other).post(side.url(stack, side.path)),
                422,
                "idempotency-key-reused");
    }

    /** A survey answer needs a customer that the success-service has heard of. */
    private String valid(Side side) {
        if (side != Side.SUCCESS) {
            return side.body;
        }
        var account = create(Side.SUBSCRIPTION, Side.SUBSCRIPTION.body).<String>path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        caller(ALL).get(stack.success("/customers/" + account)).statusCode() == 200);
        return side.body.replace("0199d3a0-0000-7000-8000-000000000001", account);
    }

    @ParameterizedTest
    @CsvSource({
        "CATALOG, /products", "CATALOG, /segments", "CATALOG, /value-propositions", "CATALOG, /plans",
        "SUBSCRIPTION, /accounts", "SUBSCRIPTION, /subscriptions", "SUBSCRIPTION, /invoices", "SUBSCRIPTION, /payments",
        "SUBSCRIPTION, /offers", "SUCCESS, /customers", "SUCCESS, /tasks", "SUCCESS, /promises",
        "CATALOG, /dead-letters", "SUBSCRIPTION, /dead-letters", "SUCCESS, /dead-letters",
    })
    void shouldRefuseABadPage(Side side, String list) {
        problem(caller(ALL).get(side.url(stack, list + "?cursor=garbage")), 400, "cursor-invalid")
                .body("errors.pointer", hasItem("?cursor"));
        problem(caller(ALL).get(side.url(stack, list + "?limit=1000")), 400, "limit-invalid");
        problem(caller(ALL).get(side.url(stack, list + "?colour=red")), 400, "unknown-parameter");
    }

    @ParameterizedTest
    @CsvSource({
        "CATALOG, /products", "CATALOG, /segments", "CATALOG, /value-propositions", "CATALOG, /plans",
        "SUBSCRIPTION, /accounts", "SUBSCRIPTION, /subscriptions", "SUBSCRIPTION, /invoices", "SUBSCRIPTION, /offers",
        "SUCCESS, /customers", "SUCCESS, /promises",
    })
    void shouldNotFindWhatIsNotThere(Side side, String list) {
        problem(caller(ALL).get(side.url(stack, list + "/" + UUID.randomUUID())), 404, "not-found");
        problem(caller(ALL).get(side.url(stack, list + "/not-a-uuid")), 404, "path-not-found");
    }

    @ParameterizedTest
    @EnumSource(names = {"CATALOG", "SUBSCRIPTION"})
    void shouldGuardVersionsAndTenants(Side side) {
        var url = side.url(stack, side.path) + "/" + create(side, side.body).path("id");
        var patch = "{\"name\":\"b\"}";
        problem(patch(caller(ALL), url, patch), 428, "version-required");
        problem(patch(caller(ALL).header("If-Match", "\"41\""), url, patch), 412, "version-stale");
        problem(patch(caller(ALL).header("If-Match", "W/\"0\""), url, patch), 400, "etag-invalid");
        var stranger = given().header("Authorization", stack.bearer("stranger", ALL));
        problem(stranger.get(url), 404, "not-found");
        stranger = given().header("Authorization", stack.bearer("stranger", ALL));
        problem(patch(stranger.header("If-Match", "\"0\""), url, patch), 404, "not-found");
        patch(caller(ALL).header("If-Match", "\"0\""), url, patch).then().statusCode(200);
        problem(patch(caller(ALL).header("If-Match", "\"0\""), url, patch), 412, "version-stale");
    }

    private static Response patch(RequestSpecification request, String url, String body) {
        return request.contentType("application/merge-patch+json").body(body).patch(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"amount":"-1.00","currency":"EUR"} | /price/amount   | amount-negative
            {"amount":"1.00","currency":"EUX"}  | /price/currency | currency-unknown
            {"amount":"1.001","currency":"EUR"} | /price/amount   | amount-precision
            {"amount":1,"currency":"EUR"}       | /price/amount   | wrong-type
            """)
    void shouldRefuseAPrice(String price, String pointer, String code) {
        var product = create(Side.CATALOG, Side.CATALOG.body).path("id");
        var plan = "{\"productId\":\"" + product + "\",\"name\":\"p\",\"period\":\"MONTH\",\"price\":" + price + "}";
        caller(ALL)
                .body(plan)
                .post(stack.catalog("/plans"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shouldRefuseAnAccountInAnUnknownCurrencyOrZone() {
        problem(create(Side.SUBSCRIPTION, Side.SUBSCRIPTION.body.replace("EUR", "EUX")), 400, "validation-failed")
                .body("errors.pointer", hasItem("/currency"));
        problem(
                        create(Side.SUBSCRIPTION, Side.SUBSCRIPTION.body.replace("Berlin", "Atlantis")),
                        400,
                        "validation-failed")
                .body("errors.pointer", hasItem("/zone"));
    }

    @Test
    void shouldRefuseWhatWasNotPublishedOrBelongsToAnotherProduct() {
        var account = create(Side.SUBSCRIPTION, Side.SUBSCRIPTION.body).<String>path("id");
        var product = activeProduct();
        var draft = plan(product);
        problem(subscribe(account, draft, UUID.randomUUID().toString()), 422, "plan-not-published")
                .body("errors.pointer", hasItem("/planId"));

        var published = plan(product);
        transition("/plans/" + published + "/publications");
        var foreign = approvedProposition(activeProduct());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller(ALL)
                                .get(stack.subscription("/offers/" + published))
                                .statusCode()
                        == 200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> problem(subscribe(account, published, foreign), 422, "proposition-of-another-product")
                                .body("errors.pointer", hasItem("/propositionId")));
    }

    private Response subscribe(String account, String plan, String proposition) {
        return caller(ALL)
                .body("{\"accountId\":\"" + account + "\",\"planId\":\"" + plan + "\",\"propositionId\":\""
                        + proposition + "\",\"seats\":5}")
                .post(stack.subscription("/subscriptions"));
    }

    private String activeProduct() {
        var product = create(Side.CATALOG, Side.CATALOG.body).<String>path("id");
        transition("/products/" + product + "/activations");
        return product;
    }

    private String plan(String product) {
        return caller(ALL)
                .body(
                        "{\"productId\":\"" + product
                                + "\",\"name\":\"p\",\"period\":\"MONTH\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}")
                .post(stack.catalog("/plans"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String approvedProposition(String product) {
        var segment = caller(ALL)
                .body(
                        "{\"name\":\"HR heads\",\"function\":\"HR_HEAD\",\"companySize\":\"M\",\"problem\":\"Nothing changes\"}")
                .post(stack.catalog("/segments"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var proposition = caller(ALL)
                .body("""
                        {"productId":"%s","segmentId":"%s","oneLiner":"Training that shows",
                         "pains":["Nothing changes"],"solution":"Ten minutes a day","proof":[],
                         "arguments":[{"against":"TRADITIONAL_WAY","text":"Forgotten in a month"},
                                      {"against":"COMPETITOR","text":"They do not measure"}],
                         "benefit":{"metric":"score","unit":"points","baseline":"52","target":"70","withinDays":90}}""".formatted(product, segment))
                .post(stack.catalog("/value-propositions"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        transition("/value-propositions/" + proposition + "/reviews");
        transition("/value-propositions/" + proposition + "/approvals", 1);
        return proposition;
    }

    private void transition(String path) {
        transition(path, 0);
    }

    private void transition(String path, int version) {
        caller(ALL)
                .header("If-Match", "\"" + version + "\"")
                .post(stack.catalog(path))
                .then()
                .statusCode(200);
    }
}
