package dev.rivulet.catalog.competitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CompetitorResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldKeepCompetitorsAndAlternatives() {
        var competitor = sales.competitor();
        String spreadsheet = sales.post("/competitors", "{\"name\": \"A spreadsheet\", \"kind\": \"ALTERNATIVE\"}")
                .path("id");
        sales.get("/competitors").then().body("items.id", contains(competitor, spreadsheet));
        sales.get("/competitors?kind=ALTERNATIVE").then().body("items.id", contains(spreadsheet));
        sales.get("/competitors?kind=ENEMY").then().statusCode(400);
        sales.inRole("success")
                .get("/competitors/" + spreadsheet)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");
    }

    @Test
    void shouldChangeByMergePatch() {
        var path = "/competitors/" + sales.competitor();
        sales.patch(path, "0", "{\"website\": null, \"description\": \"Lectures by the seat\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("website", nullValue())
                .body("description", equalTo("Lectures by the seat"));
        sales.patch(path, "0", "{}").then().statusCode(412);
        var other = sales.get("/competitors/" + sales.competitor()).<String>path("name");
        sales.patch(path, "1", "{\"name\": \"" + other + "\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "COMPETITOR"}                                          | /name    | value-missing
            {"name": "x"}                                                   | /kind    | value-missing
            {"name": "x", "kind": "ENEMY"}                                  | /kind    | value-invalid
            {"name": "x", "kind": "COMPETITOR", "website": "javascript:x"}  | /website | url-format
            {"name": "x", "kind": "COMPETITOR", "price": 1}                 | /price   | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String body, String pointer, String code) {
        sales.post("/competitors", body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
