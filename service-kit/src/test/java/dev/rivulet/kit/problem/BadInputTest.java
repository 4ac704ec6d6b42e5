package dev.rivulet.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class BadInputTest {

    private static final String SALES = Tokens.bearer("bad-input", "sales");
    private static final String GOOD = "{\"title\":\"a\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unknown property  | {"title":"a","colour":1,"price":{"amount":"1","currency":"EUR"}} | 400 | /colour         | unknown-property
            nested unknown    | {"title":"a","price":{"amount":"1","currency":"EUR","x":1}}      | 400 | /price/x        | unknown-property
            text for number   | {"title":5,"price":{"amount":"1","currency":"EUR"}}              | 400 | /title          | wrong-type
            number as amount  | {"title":"a","price":{"amount":1,"currency":"EUR"}}              | 400 | /price/amount   | wrong-type
            malformed amount  | {"title":"a","price":{"amount":"1,5","currency":"EUR"}}          | 400 | /price/amount   | amount-format
            too many decimals | {"title":"a","price":{"amount":"1.005","currency":"EUR"}}        | 400 | /price/amount   | amount-precision
            yen with decimals | {"title":"a","price":{"amount":"1.5","currency":"JPY"}}          | 400 | /price/amount   | amount-precision
            unknown currency  | {"title":"a","price":{"amount":"1","currency":"EUX"}}            | 400 | /price/currency | currency-unknown
            gold              | {"title":"a","price":{"amount":"1","currency":"XAU"}}            | 400 | /price/currency | currency-unknown
            blank             | {"title":" ","price":{"amount":"1","currency":"EUR"}}            | 400 | /title          | value-missing
            missing           | {"title":"a"}                                                    | 400 | /price          | value-missing
            NUL in text       | {"title":"a\\u0000b","price":{"amount":"1","currency":"EUR"}}    | 400 | /title          | text-invalid
            half a pair       | {"title":"a\\ud800b","price":{"amount":"1","currency":"EUR"}}    | 400 | /title          | text-invalid
            other half        | {"title":"a\\udc00","price":{"amount":"1","currency":"EUR"}}     | 400 | /title          | text-invalid
            property twice    | {"title":"a","title":"b"}                                        | 400 | /title          | duplicate-property
            nested twice      | {"price":{"amount":"1","currency":"EUR","amount":"2"}}           | 400 | /price/amount   | duplicate-property
            infinite day      | {"title":"a","on":"+999999999-12-31","price":{"amount":"1","currency":"EUR"}} | 400 | /on | wrong-type
            array for object  | []                                                               | 400 | ``              | wrong-type
            """)
    void shouldPointAtTheField(String name, String body, int status, String pointer, String code) {
        problem(given().body(body).contentType(ContentType.JSON), "POST", "/notes", status, "validation-failed")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            malformed json | {"title":        | 400 | malformed-json
            trailing       | {"title":"a","price":{"amount":"1","currency":"EUR"}} x | 400 | malformed-json
            no body        | ``               | 400 | validation-failed
            null body      | null             | 400 | validation-failed
            """)
    void shouldRefuseTheWholeBody(String name, String body, int status, String code) {
        problem(given().body(body).contentType(ContentType.JSON), "POST", "/notes", status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /notes?colour=red, 400, unknown-parameter",
        "GET, /notes?cursor=garbage, 400, cursor-invalid",
        "GET, /notes?limit=0, 400, limit-invalid",
        "GET, /notes?limit=201, 400, limit-invalid",
        "GET, /notes?limit=many, 400, parameter-invalid",
        "GET, /notes/not-a-uuid, 404, path-not-found",
        "GET, /notes/00000000-0000-7000-8000-000000000000, 404, not-found",
        "GET, /nowhere, 404, path-not-found",
        "DELETE, /notes, 405, method-not-allowed",
    })
    void shouldRefuseThePath(String method, String path, int status, String code) {
        problem(given(), method, path, status, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"weight":1e2147483647}        | /weight        | decimal-format
            {"weight":1e2147483648}        | /weight        | decimal-format
            {"weight":1e99999999999}       | /weight        | decimal-format
            {"weight":1e-2147483647}       | /weight        | decimal-format
            {"price":{"amount":1e2147483648}} | /price/amount | wrong-type
            {"weight":1,"weight":2}        | /weight        | duplicate-property
            {"title":"\\ud83d"}           | /title         | text-invalid
            """)
    void shouldPointAtTheFieldOfAPatch(String body, String pointer, String code) {
        var location = created();
        var patch = given().contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(body);
        problem(patch, "PATCH", location, 400, "validation-failed")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({"1e2147483647", "1e2147483648", "1e99999999999", "0e2147483647", "1e-2147483648", "1e16"})
    void shouldRefuseANumberThereIsNoRoomFor(String number) {
        var body = GOOD.replace("\"title\"", "\"weight\":" + number + ",\"title\"");
        given().header("Authorization", SALES)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/notes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void shouldRefuseAnotherMediaType() {
        problem(given().body("a=b").contentType("text/plain"), "POST", "/notes", 415, "media-type-unsupported");
    }

    @Test
    void shouldRefuseTwoMegabytes() {
        var body = "{\"title\":\"" + "x".repeat(2 << 20) + "\"}";
        problem(given().body(body).contentType(ContentType.JSON), "POST", "/notes", 413, "body-too-large");
    }

    @Test
    void shouldAnswerInRussian() {
        problem(given().header("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.5"), "GET", "/nowhere", 404, "path-not-found")
                .body("title", equalTo("Не найдено"));
    }

    @Test
    void shouldRefuseTokens() {
        given().get("/notes").then().statusCode(401).body("code", equalTo("token-missing"));
        given().header("Authorization", "Bearer nonsense").get("/notes").then().statusCode(401);
        given().header("Authorization", Tokens.expired("acme", "sales"))
                .get("/notes")
                .then()
                .statusCode(401);
        given().header("Authorization", Tokens.forged("acme", "sales"))
                .get("/notes")
                .then()
                .statusCode(401);
        given().header("Authorization", Tokens.bearer("acme", "success"))
                .get("/notes")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("role-missing"));
        given().header("Authorization", Tokens.bearer(null, "sales"))
                .get("/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant-missing"));
    }

    /** Where a good note is. */
    private static String created() {
        return given().header("Authorization", SALES)
                .contentType(ContentType.JSON)
                .body(GOOD)
                .post("/notes")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .header("Location");
    }

    @Test
    void shouldRequireTheCurrentVersion() {
        var location = created();
        var patch = given().contentType("application/merge-patch+json").body("{\"title\":\"b\"}");
        problem(patch, "PATCH", location, 428, "version-required");
        patch = given().contentType("application/merge-patch+json").body("{\"title\":\"b\"}");
        problem(patch.header("If-Match", "\"7\""), "PATCH", location, 412, "version-stale");
        patch = given().contentType("application/merge-patch+json").body("{\"title\":null}");
        problem(patch.header("If-Match", "\"0\""), "PATCH", location, 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/title"));
        patch = given().contentType("application/merge-patch+json").body("{\"colour\":null}");
        problem(patch.header("If-Match", "\"0\""), "PATCH", location, 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/colour"));
        given().header("Authorization", SALES)
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"price\":{\"amount\":\"2.00\"}}")
                .patch(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("a"))
                .body("price.amount", equalTo("2.00"))
                .body("price.currency", equalTo("EUR"));
    }

    private static ValidatableResponse problem(
            io.restassured.specification.RequestSpecification request,
            String method,
            String path,
            int status,
            String code) {
        return request.header("Authorization", SALES)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("traceId", not(equalTo(null)))
                .body("detail", not(containsString("Exception")));
    }
}
