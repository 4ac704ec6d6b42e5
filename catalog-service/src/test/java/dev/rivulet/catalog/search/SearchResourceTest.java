package dev.rivulet.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.paging.Cursor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldFindWhateverHasAText() {
        var product = product("Soft skills trainer", "Ten minutes a day");
        var plan = sales.plan(product);
        var proposition = sales.proposition(product, sales.segment());
        find("skills").body("items.id", containsInAnyOrder(product, proposition));
        find("team").body("items.id", contains(plan)).body("items[0].kind", equalTo("plan"));
        find("retailer weeks").body("items.id", contains(proposition));
        find("skills&kind=product").body("items.id", contains(product));
        find("skills&kind=nothing").body("items", empty());
    }

    @Test
    void shouldFindACaseStudyUntilItIsWithdrawn() {
        var study = sales.caseStudy(sales.product(), sales.segment());
        find("northwind").body("items.id", contains(study)).body("items[0].kind", equalTo("case-study"));
        var path = "/case-studies/" + study;
        sales.advance(path, "withdrawals").then().statusCode(200);
        find("northwind").body("items", empty());
        sales.advance(path, "reopenings").then().statusCode(200);
        find("northwind").body("items.id", contains(study));
    }

    @Test
    void shouldFindTheVersionOfAPropositionThatStandsNow() {
        var proposition = sales.approved(sales.product(), sales.segment());
        String next = sales.post("/value-propositions/" + proposition + "/versions", "")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        find("retailer weeks").body("items.id", containsInAnyOrder(proposition, next));
        sales.approve(next);
        find("retailer weeks").body("items.id", contains(next));
    }

    @ParameterizedTest
    @CsvSource({
        "навыки, true",
        "навыками, true",
        "навык, true",
        "тренажёр, true",
        "ТРЕНАЖЁР, true",
        "тренажер, true",
        "тренажера, true",
        "cafe, true",
        "skill, true",
        "Skilled, true",
        "обучение навыкам, true",
        "\"гибких навыков\", true",
        "\"навыков гибких\", false",
        "навыки -тренажёр, false",
        "продажи or навыки, true",
        "продажи, false"
    })
    void shouldFindWordsInAnyForm(String words, boolean found) {
        product("Тренажёр гибких навыков", "Обучение сотрудников в Café, skills & habits");
        sales.http()
                .queryParam("q", words)
                .get("/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(found ? 1 : 0));
    }

    @Test
    void shouldPutTitlesFirstAndMarkWhatWasFound() {
        var inText = product("Coach", "Measures skills 5 < 6 & \"often\"");
        var inTitle = product("Skills", "Nothing else");
        find("skill")
                .body("items.id", contains(inTitle, inText))
                .body("items[0].highlight", containsString("<mark>Skills</mark>"))
                .body("items[1].highlight", containsString("<mark>skills</mark>"))
                .body("items[1].highlight", containsString("5 &lt; 6 &amp; &quot;often"))
                .body("items[1].highlight", not(containsString("< 6")));
        product("Тренажёр", "Надёжный");
        find("тренажера надежного")
                .body("items[0].highlight", equalTo("<mark>Тренажёр</mark> — <mark>Надёжный</mark>"));
    }

    @Test
    void shouldTellLanguagesApart() {
        var russian = product("Навыки Excel", "Быстро");
        var english = product("Excel skills", "Fast");
        find("excel").body("items.id", containsInAnyOrder(russian, english));
        find("excel&lang=ru").body("items.id", contains(russian)).body("items[0].lang", equalTo("ru"));
        find("excel&lang=en").body("items.id", contains(english));
        sales.get("/search?q=x&lang=de").then().statusCode(400).body("errors[0].code", equalTo("parameter-invalid"));
    }

    @Test
    void shouldFollowChanges() {
        var product = product("Oldname", "x");
        sales.patch("/products/" + product, "0", "{\"name\": \"Newname\"}")
                .then()
                .statusCode(200);
        find("oldname").body("items", empty());
        find("newname").body("items.id", contains(product));
    }

    @Test
    void shouldShowEveryHitOnceByFollowingTheLinks() {
        for (var i = 0; i < 11; i++) {
            product("Trainer " + i, "skills ".repeat(i % 4 + 1));
        }
        var seen = new ArrayList<String>();
        var url = "/search?q=skills&limit=3";
        while (url != null) {
            var page = sales.http().urlEncodingEnabled(false).get(url);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            var link = page.header("Link");
            url = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).hasSize(11).doesNotHaveDuplicates();
    }

    /** Anybody can make a cursor with a fitting checksum. */
    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "1;DROP", "null"})
    void shouldRefuseAForgedRank(String rank) {
        var list = "search " + Integer.toHexString("soft".hashCode()) + " null null";
        sales.get("/search?q=soft&cursor=" + Cursor.encode(list, rank, UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("cursor-invalid"));
    }

    @Test
    void shouldRefuseTheCursorOfAnotherLanguage() {
        product("One skills", "x");
        product("Two skills", "x");
        String cursor = sales.get("/search?q=skills&limit=1").path("nextCursor");
        sales.get("/search?q=skills&lang=en&limit=1&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("cursor-invalid"));
    }

    @Test
    void shouldRefuseTheCursorOfOtherWords() {
        product("One skills", "x");
        product("Two skills", "x");
        String cursor = sales.get("/search?q=skills&limit=1").path("nextCursor");
        sales.get("/search?q=skills&limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        sales.get("/search?q=one&limit=1&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("cursor-invalid"));
    }

    @Test
    void shouldNotFindOtherTenantsThings() {
        product("Skills", "x");
        Caller.as("sales").get("/search?q=skills").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "/search, search-empty",
        "/search?q=, search-empty",
        "/search?q=%20%20, search-empty",
        "/search?q=%00, text-invalid",
        "/search?q=x&limit=0, limit-invalid",
        "/search?q=x&cursor=abc, cursor-invalid",
        "/search?q=x&sort=name, unknown-parameter"
    })
    void shouldRefuseWhatItCannotUnderstand(String path, String code) {
        sales.http().urlEncodingEnabled(false).get(path).then().statusCode(400).body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseAVeryLongQuestion() {
        sales.http()
                .queryParam("q", "x".repeat(201))
                .get("/search")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("text-too-long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "и", "&|!()", ":*", "'", "\\"})
    void shouldFindNothingByWordsThatSayNothing(String words) {
        product("The skills and & others", "и");
        sales.http()
                .queryParam("q", words)
                .get("/search")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"sales, 200", "success, 200", "billing, 200", "admin, 200", "ops, 200", "partner, 403", "guest, 403"})
    void shouldLetAllButPartnersSearch(String role, int status) {
        sales.inRole(role).get("/search?q=x").then().statusCode(status);
    }

    private ValidatableResponse find(String query) {
        return sales.get("/search?q=" + query).then().statusCode(200);
    }

    private String product(String name, String description) {
        return sales.post(
                        "/products",
                        Bodies.product()
                                .replace("Soft skills trainer", name.replace("\"", "\\\""))
                                .replace("Ten minutes a day", description.replace("\"", "\\\"")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
