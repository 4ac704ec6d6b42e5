package dev.rivulet.catalog.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RenderingTest {

    private final Caller sales = Caller.as("sales");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one-liner             | en | text/markdown | The fastest soft\\-skills training of employees
            one-liner             | ru | text/html     | <p>The fastest soft-skills training of employees</p>
            one-page              | en | text/markdown | ## Why not as before
            one-page              | ru | text/markdown | ## Почему не по-старому
            one-page              | en | text/html     | <h2>The promise</h2>
            one-page              | ru | text/html     | <h2>Обещание</h2>
            positioning-statement | en | text/markdown | For **HR heads who lose trained people** who say “Trainings cost a lot and nothing changes”, **Soft skills trainer** is a cloud service that moves soft\\-skills\\-score from 52 to 70 points within 90 days: the fastest soft\\-skills training of employees.
            positioning-statement | ru | text/markdown | В отличие от привычного способа: A two\\-day training is forgotten in a month
            positioning-statement | en | text/html     | Unlike the alternatives: They do not measure</p>
            positioning-statement | ru | text/html     | <strong>Soft skills trainer</strong> — облачный сервис: the fastest
            """)
    void shouldTellAProposition(String form, String language, String type, String text) {
        var id = sales.proposition(sales.product(), sales.segment());
        sales.http()
                .header("Accept", type)
                .header("Accept-Language", language)
                .get("/value-propositions/" + id + "/renderings/" + form)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(type))
                .header("Content-Language", equalTo(language))
                .body(containsString(text));
    }

    @Test
    void shouldSayUnlikeWhom() {
        String competitor = sales.post("/competitors", Bodies.competitor()).path("id");
        var body = Bodies.proposition(sales.product(), sales.segment())
                .replace("\"COMPETITOR\",", "\"COMPETITOR\", \"competitorId\": \"" + competitor + "\",");
        String id = sales.post("/value-propositions", body).path("id");
        var name = sales.get("/competitors/" + competitor).<String>path("name");
        assertThat(sales.http()
                        .header("Accept", "text/html")
                        .get("/value-propositions/" + id + "/renderings/positioning-statement")
                        .asString())
                .contains("Unlike " + name + ": They do not measure");
    }

    @Test
    void shouldSpeakThePropositionsLanguageUnlessAskedOtherwise() {
        var body = Bodies.proposition(sales.product(), sales.segment())
                .replace("\"oneLiner\"", "\"locale\": \"ru\", \"oneLiner\"");
        String id = sales.post("/value-propositions", body).path("id");
        var path = "/value-propositions/" + id + "/renderings/one-page";
        sales.get(path)
                .then()
                .header("Content-Language", equalTo("ru"))
                .header("Content-Type", containsString("markdown"));
        sales.http().header("Accept-Language", "en").get(path).then().header("Content-Language", equalTo("en"));
    }

    @Test
    void shouldRefuseFormsItDoesNotHave() {
        var path = "/value-propositions/" + sales.proposition(sales.product(), sales.segment()) + "/renderings/";
        sales.get(path + "poem").then().statusCode(404).body("code", equalTo("not-found"));
        sales.http()
                .header("Accept", "application/pdf")
                .get(path + "one-page")
                .then()
                .statusCode(406);
    }

    @Test
    void shouldLetNoTextBecomeMarkup() {
        var body = Bodies.proposition(sales.product(), sales.segment())
                .replace("They do not measure", "<script>alert(1)</script> & [us](http://evil) *now*");
        String id = sales.post("/value-propositions", body).path("id");
        var path = "/value-propositions/" + id + "/renderings/one-page";
        var html = sales.http().header("Accept", "text/html").get(path).asString();
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;").doesNotContain("<script>");
        var markdown = sales.http().header("Accept", "text/markdown").get(path).asString();
        assertThat(markdown).contains("\\<script\\>alert\\(1\\)").contains("\\[us\\]\\(http://evil\\) \\*now\\*");
    }

    @Test
    void shouldTellCaseStudiesOnlyAsFarAsTheCustomerAgreed() {
        var product = sales.product();
        var segment = sales.segment();
        var study = sales.caseStudy(product, segment);
        var body = Bodies.proposition(product, segment)
                .replace("\"oneLiner\"", "\"caseStudyIds\": [\"" + study + "\"], \"oneLiner\"");
        String id = sales.post("/value-propositions", body).path("id");
        var path = "/value-propositions/" + id + "/renderings/one-page";
        var story = "From 48 to 71 points in ten weeks";

        assertThat(sales.get(path).asString()).doesNotContain(story).doesNotContain("Northwind");
        consent(study, "INTERNAL");
        sales.advance("/case-studies/" + study, "publications").then().statusCode(200);
        assertThat(sales.get(path).asString()).doesNotContain(story);
        consent(study, "ANONYMOUS");
        assertThat(sales.get(path).asString()).contains(story).doesNotContain("Northwind");
        consent(study, "NAMED");
        assertThat(sales.get(path).asString()).contains("Northwind Logistics: " + story);
        consent(study, "NONE");
        assertThat(sales.get(path).asString()).doesNotContain(story).doesNotContain("Northwind");
    }

    private void consent(String study, String consent) {
        sales.advance(
                        "/case-studies/" + study,
                        "consents",
                        "{\"consent\": \"" + consent + "\", \"givenBy\": \"Anna\", \"givenOn\": \"2026-04-12\"}")
                .then()
                .statusCode(200);
    }
}
