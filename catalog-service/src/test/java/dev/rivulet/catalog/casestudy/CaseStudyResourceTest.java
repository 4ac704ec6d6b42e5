package dev.rivulet.catalog.casestudy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CaseStudyResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldPublishWithConsentOnly() {
        var path = draft();
        sales.advance(path, "publications").then().statusCode(409).body("code", equalTo("consent-missing"));
        consent(path, "NAMED").then().statusCode(200).body("consentGivenBy", equalTo("Anna Berger, HR head"));
        sales.advance(path, "publications")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("publishedAt", notNullValue());
        sales.patch(path, "2", "{\"title\": \"Other\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("case-study-published"));
        sales.get("/case-studies?status=PUBLISHED").then().body("items", org.hamcrest.Matchers.hasSize(1));
    }

    @Test
    void shouldWithdrawWhenTheCustomerTakesItBack() {
        var path = published();
        consent(path, "NONE").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        sales.advance(path, "reopenings").then().statusCode(200).body("status", equalTo("DRAFT"));
        sales.advance(path, "publications").then().statusCode(409).body("code", equalTo("consent-missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, publications, 200",
        "DRAFT, withdrawals, 200",
        "DRAFT, reopenings, 409",
        "PUBLISHED, publications, 409",
        "PUBLISHED, withdrawals, 200",
        "PUBLISHED, reopenings, 409",
        "WITHDRAWN, publications, 409",
        "WITHDRAWN, withdrawals, 409",
        "WITHDRAWN, reopenings, 200"
    })
    void shouldKnowWhereEachStateMayGo(String state, String transition, int status) {
        var path = draft();
        consent(path, "ANONYMOUS").then().statusCode(200);
        if (!state.equals("DRAFT")) {
            sales.advance(path, "publications").then().statusCode(200);
        }
        if (state.equals("WITHDRAWN")) {
            sales.advance(path, "withdrawals").then().statusCode(200);
        }
        var answer = sales.advance(path, transition);
        answer.then().statusCode(status);
        if (status == 409) {
            answer.then().body("code", equalTo("case-study-transition")).body("detail", containsString(state));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"story": null}                                     | ANONYMOUS | /story    | story-missing
            {"customer": null}                                  | NAMED     | /customer | customer-missing
            {"story": "NORTHWIND LOGISTICS practised daily"}    | ANONYMOUS | /story    | customer-named
            {"title": "How Northwind Logistics learned"}        | ANONYMOUS | /title    | customer-named
            {"result": "Northwind Logistics gained 23 points"}  | ANONYMOUS | /result   | customer-named
            """)
    void shouldTellNoFurtherThanAgreed(String patch, String consent, String pointer, String code) {
        var path = draft();
        sales.patch(path, "0", patch).then().statusCode(200);
        consent(path, consent).then().statusCode(200);
        sales.advance(path, "publications")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        sales.get(path).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void shouldWithdrawAStoryThatSaysMoreThanIsStillAgreed() {
        var path = draft();
        sales.patch(path, "0", "{\"title\": \"Northwind Logistics\"}").then().statusCode(200);
        consent(path, "NAMED").then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(200);
        consent(path, "ANONYMOUS")
                .then()
                .statusCode(200)
                .body("consent", equalTo("ANONYMOUS"))
                .body("status", equalTo("WITHDRAWN"));
        sales.advance(path, "reopenings").then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(422).body("code", equalTo("customer-named"));
    }

    @Test
    void shouldRefuseToNameWhomAPublishedStoryDoesNotKnow() {
        var path = draft();
        sales.patch(path, "0", "{\"customer\": null}").then().statusCode(200);
        consent(path, "ANONYMOUS").then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(200);
        consent(path, "NAMED").then().statusCode(422).body("code", equalTo("customer-missing"));
        sales.get(path).then().body("consent", equalTo("ANONYMOUS")).body("status", equalTo("PUBLISHED"));
    }

    @Test
    void shouldFilter() {
        var product = sales.product();
        var segment = sales.segment();
        var here = sales.caseStudy(product, segment);
        sales.caseStudy(sales.product(), sales.segment());
        sales.get("/case-studies?productId=" + product).then().body("items.id", contains(here));
        sales.get("/case-studies?segmentId=" + segment).then().body("items.id", contains(here));
        sales.get("/case-studies?status=LOST").then().statusCode(400);
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        var nowhere = UUID.randomUUID().toString();
        sales.post("/case-studies", Bodies.caseStudy(nowhere, sales.segment()))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("product-unknown"));
        sales.post("/case-studies", Bodies.caseStudy(sales.product(), nowhere))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("segment-unknown"));
        sales.post("/case-studies", "{\"productId\": \"" + sales.product() + "\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/title"));
        sales.advance(draft(), "consents", "{\"consent\": \"SURE\", \"givenBy\": \"A\", \"givenOn\": \"2026-01-01\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/consent"));
    }

    private String draft() {
        return "/case-studies/" + sales.caseStudy(sales.product(), sales.segment());
    }

    private String published() {
        var path = draft();
        consent(path, "NAMED").then().statusCode(200);
        sales.advance(path, "publications").then().statusCode(200);
        return path;
    }

    private Response consent(String path, String consent) {
        return sales.advance(
                path,
                "consents",
                "{\"consent\": \"" + consent
                        + "\", \"givenBy\": \"Anna Berger, HR head\", \"givenOn\": \"2026-04-12\"}");
    }
}
