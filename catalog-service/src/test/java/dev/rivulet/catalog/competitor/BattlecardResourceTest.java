package dev.rivulet.catalog.competitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BattlecardResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldFlagWhatNobodyHasLookedAt() {
        var product = sales.product();
        var fresh = sales.battlecard(sales.competitor(), product);
        var stale = sales.battlecard(sales.competitor(), product);
        Sql.run("UPDATE battlecard SET review_by = '2020-01-01' WHERE id = '" + stale + "'");
        sales.get("/battlecards?status=OVERDUE").then().body("items.id", contains(stale));
        sales.get("/battlecards?status=CURRENT&productId=" + product).then().body("items.id", contains(fresh));
        sales.get("/battlecards?productId=" + sales.product()).then().body("items", empty());
        sales.get("/battlecards?status=OLD").then().statusCode(400);
        sales.get("/battlecards/" + stale).then().body("status", equalTo("OVERDUE"));

        sales.advance("/battlecards/" + stale, "reviews", "{\"reviewBy\": \"2020-06-30\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("review-by-past"))
                .body("errors[0].pointer", equalTo("/reviewBy"));
        sales.advance("/battlecards/" + stale, "reviews", "{\"reviewBy\": \"2199-06-30\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("CURRENT"))
                .body("reviewBy", equalTo("2199-06-30"));
    }

    @Test
    void shouldHaveOneCardForACompetitorAndAProduct() {
        var product = sales.product();
        var competitor = sales.competitor();
        var card = sales.battlecard(competitor, product);
        sales.post("/battlecards", Bodies.battlecard(competitor, product))
                .then()
                .statusCode(409)
                .body("code", equalTo("battlecard-exists"));
        sales.battlecard(competitor, sales.product());
        sales.get("/battlecards?competitorId=" + competitor + "&productId=" + product)
                .then()
                .body("items.id", contains(card));
    }

    @Test
    void shouldChangeWhatItSays() {
        var path = "/battlecards/" + sales.battlecard(sales.competitor(), sales.product());
        sales.patch(path, "0", "{\"strengths\": [], \"questions\": [\"Who answers?\"]}")
                .then()
                .statusCode(200)
                .body("strengths", empty())
                .body("questions", contains("Who answers?"))
                .body("weaknesses", contains("Counts minutes watched"));
        sales.patch(path, "1", "{\"howToWin\": []}").then().statusCode(400);
        sales.patch(path, "0", "{}").then().statusCode(412);
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        var nowhere = UUID.randomUUID().toString();
        sales.post("/battlecards", Bodies.battlecard(nowhere, sales.product()))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("competitor-unknown"));
        sales.post("/battlecards", Bodies.battlecard(sales.competitor(), nowhere))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("product-unknown"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2199-12-31"                                         | "31.12.2199" | /reviewBy        | wrong-type
            "reviewBy": "2199-12-31",                            |              | /reviewBy        | value-missing
            ["Show the assessment before and after"]             | []           | /card/howToWin   | value-missing
            ["A large library"]                                  | [""]         | /card/strengths/0 | value-missing
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post(
                        "/battlecards",
                        Bodies.battlecard(sales.competitor(), sales.product())
                                .replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
