package dev.rivulet.success.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.survey.domain.Sample;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SurveySendingTest {

    private final Caller success = Caller.fresh();
    private final Asked asked = new Asked(success);

    @Test
    void shouldAskAPersonAndCountTheAnswerOnce() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        var wave = asked.wave(survey, "", account, "ceo", "hr-head");
        assertThat(wave.path("status").asText()).isEqualTo("OPEN");
        assertThat(wave.path("invited").asInt()).isEqualTo(2);
        var link = asked.links(survey, 2).getFirst();

        given().get(link)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'none'"), containsString("form-action 'self'")))
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body(containsString("How likely are you to recommend us?"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("value=\"10\""))
                .body(not(containsString("<script")));
        given().header("Accept-Language", "ru-RU, en;q=0.5")
                .get(link)
                .then()
                .header("Content-Language", "ru")
                .body(containsString("Насколько вероятно"));
        // Reading, as often as programs do, has answered nothing.
        assertThat(success.json("/metrics/nps").path("n").asInt()).isZero();

        given().formParam("value", "3")
                .formParam("comment", " Slow <b>support</b> ")
                .formParam("action", "answer")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("Thank you!"));
        given().formParam("value", "9").post(link).then().statusCode(409).body(containsString("already been answered"));
        given().get(link).then().statusCode(200).body(containsString("already been answered"));

        var results = success.json("/surveys/" + survey + "/results");
        assertThat(results.at("/nps/n").asInt()).isEqualTo(1);
        assertThat(results.at("/nps/detractors").asInt()).isEqualTo(1);
        assertThat(results.path("invited").asInt()).isEqualTo(2);
        assertThat(results.at("/responseRate/share").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(results.at("/responseRate/low").decimalValue()).isEqualByComparingTo("0.0945");
        success.get("/surveys/" + survey + "/comments")
                .then()
                .body("items", hasSize(1))
                .body("items[0].comment", equalTo("Slow <b>support</b>"))
                .body("items[0].respondent", equalTo("ceo"));
        success.get("/survey-answers?surveyId=" + survey)
                .then()
                .body("items", hasSize(1))
                .body("items[0].plan", equalTo("Team"))
                .body("items[0].accountId", equalTo(account.toString()));
        success.get("/survey-invitations?status=ANSWERED&accountId=" + account)
                .then()
                .body("items.respondent", equalTo(List.of("ceo")));
    }

    @Test
    void shouldShowWhatIsWrongWithAForm() {
        var account = success.customer(5);
        var survey = asked.survey("CES", false);
        asked.wave(survey, "", account, "ceo");
        var link = asked.links(survey, 1).getFirst();

        for (var value : new String[] {"", "0", "8", "seven", "+7", "07"}) {
            given().formParam("value", value)
                    .formParam("comment", "kept <script>alert(1)</script>")
                    .post(link)
                    .then()
                    .statusCode(400)
                    .body(containsString("Please choose one of the answers."))
                    .body(containsString("kept &lt;script&gt;"));
        }
        given().formParam("value", "7")
                .formParam("comment", "x".repeat(2_001))
                .post(link)
                .then()
                .statusCode(400)
                .body(containsString("The text is too long."));
        given().formParam("action", "answer").post(link).then().statusCode(400);
        given().formParam("value", "7")
                .formParam("comment", "\u0000")
                .post(link)
                .then()
                .statusCode(200);
        success.get("/metrics/ces")
                .then()
                .body("n", equalTo(1))
                .body("ces", equalTo(7.0f))
                .body("cesLow", equalTo(2.24f));
    }

    @ParameterizedTest
    @CsvSource({
        "x",
        "demo.x",
        "Demo.PqkYbbV0S4a5OqU8-0P2pXbq7Rj1m2c3d4e5f6g7h8i",
        "*.PqkYbbV0S4a5OqU8-0P2pXbq7Rj1m2c3d4e5f6g7h8i"
    })
    void shouldKnowNoPageForWhatIsNoToken(String token) {
        given().urlEncodingEnabled(false)
                .get("/survey-pages/" + token)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is no such page."));
        given().formParam("value", "7").post("/survey-pages/" + token).then().statusCode(404);
    }

    @Test
    void shouldNotTakeOneTenantsTokenForAnothers() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        asked.wave(survey, "", account, "ceo");
        var link = asked.links(survey, 1).getFirst();
        var stolen = link.replace(success.tenant(), Caller.fresh().tenant());
        given().get(stolen).then().statusCode(404);
        given().formParam("value", "7").post(stolen).then().statusCode(404);
        // Whoever is logged in elsewhere answers as the person invited all the same.
        Caller.fresh().http().formParam("value", "7").post(link).then().statusCode(200);
        assertThat(success.json("/metrics/nps").path("passives").asInt()).isEqualTo(1);
    }

    @Test
    void shouldKeepNoSecret() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        asked.wave(survey, "", account, "ceo");
        var secret = asked.links(survey, 1).getFirst().replaceFirst(".*\\.", "");
        var kept = Sql.column("SELECT token_hash FROM survey_invitation WHERE tenant_id = ?", success.tenant());
        assertThat(kept).hasSize(1).allMatch(hash -> hash.matches("[0-9a-f]{64}") && !hash.contains(secret));
    }

    @Test
    void shouldCountADismissalAsNoAnswer() {
        var account = success.customer(5);
        var survey = asked.survey("CSAT", false);
        asked.wave(survey, "", account, "ceo", "hr-head", "cto");
        var links = asked.links(survey, 3);
        given().formParam("action", "dismiss")
                .post(links.getFirst())
                .then()
                .statusCode(200)
                .body(containsString("we will not ask again"));
        given().formParam("value", "5").post(links.getFirst()).then().statusCode(409);
        given().formParam("value", "5").post(links.getLast()).then().statusCode(200);
        var other = success.json("/survey-invitations?status=INVITED")
                .at("/items/0/id")
                .asText();
        success.post("/survey-invitations/" + other + "/dismissals", "")
                .then()
                .statusCode(200)
                .body("status", equalTo("DISMISSED"));
        success.post("/survey-invitations/" + other + "/dismissals", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("invitation-over"));
        success.get("/surveys/" + survey + "/results")
                .then()
                .body("dismissed", equalTo(2))
                .body("answered", equalTo(1))
                .body("csat.n", equalTo(1))
                .body("csat.csat", equalTo(100.0f))
                .body("csat.low", equalTo(20.65f))
                .body("nps", nullValue());
    }

    @Test
    void shouldReplaceALink() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        asked.wave(survey, "", account, "ceo");
        var first = asked.links(survey, 1).getFirst();
        var invitation = success.json("/survey-invitations").at("/items/0/id").asText();
        String renewed = success.post("/survey-invitations/" + invitation + "/links", "")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        given().get(first).then().statusCode(404);
        given().formParam("value", "10")
                .post(URI.create(renewed).getPath())
                .then()
                .statusCode(200);
        success.post("/survey-invitations/" + invitation + "/links", "").then().statusCode(409);
    }

    @Test
    void shouldAskNobodyTwiceWithinTheDaysOverAllSurveys() {
        var account = success.customer(5);
        var nps = asked.survey("NPS", false);
        var ces = asked.survey("CES", false);
        assertThat(asked.wave(nps, "", account, "ceo").path("invited").asInt()).isEqualTo(1);
        var second = asked.wave(ces, "", account, "ceo", "cto", "cto", " cto ");
        assertThat(second.path("candidates").asInt()).isEqualTo(2);
        assertThat(second.path("sampled").asInt()).isEqualTo(2);
        assertThat(second.path("invited").asInt()).isEqualTo(1);

        success.http()
                .contentType("application/json")
                .header("If-Match", success.get("/survey-settings").header("ETag"))
                .body("{\"daysBetween\":0}")
                .put("/survey-settings")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("daysBetween", equalTo(0));
        assertThat(asked.wave(ces, "", account, "ceo", "cto").path("invited").asInt())
                .isEqualTo(2);
    }

    @Test
    void shouldGuardItsSettings() {
        success.get("/survey-settings").then().statusCode(200).body("daysBetween", equalTo(90));
        var change = success.http().contentType("application/json").body("{\"daysBetween\":30}");
        change.put("/survey-settings").then().statusCode(428);
        success.http()
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .body("{\"daysBetween\":30}")
                .put("/survey-settings")
                .then()
                .statusCode(412);
        success.http()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"daysBetween\":731}")
                .put("/survey-settings")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("days-between-range"));
    }

    @Test
    void shouldDrawASampleOfTheAudience() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        var people = IntStream.range(0, 200).mapToObj(n -> "p" + n).toArray(String[]::new);
        var wave = asked.wave(survey, "\"share\":\"0.25\",", account, people);
        assertThat(wave.path("candidates").asInt()).isEqualTo(200);
        assertThat(wave.path("sampled").asInt()).isBetween(20, 85);
        assertThat(wave.path("invited").asInt()).isEqualTo(wave.path("sampled").asInt());
        // Who they are follows from the wave and the people alone, and all of them are of a larger share too.
        var id = UUID.fromString(wave.path("id").asText());
        var drawn = success.json("/survey-invitations?limit=200&accountId=" + account)
                .findValuesAsText("respondent");
        var quarter = new Sample(id, new BigDecimal("0.25"));
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(Stream.of(people)
                        .filter(person -> quarter.includes(account, person))
                        .toList());
        var half = new Sample(id, new BigDecimal("0.5"));
        assertThat(drawn).allMatch(person -> half.includes(account, person));
    }

    @Test
    void shouldFollowTheStatesOfASurvey() {
        var draft = success.post("/surveys", """
                {"name":"Ease","kind":"CES","questions":%s}""".formatted(Asked.QUESTIONS));
        var id = draft.path("id").toString();
        draft.then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("revision", equalTo(1))
                .body("anonymous", equalTo(false))
                .body("minimumGroup", equalTo(5));
        success.post(
                        "/surveys/" + id + "/waves",
                        "{\"audience\":{\"people\":[{\"accountId\":\"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60\",\"respondent\":\"x\"}]}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-not-active"));
        success.post("/surveys/" + id + "/activations", "").then().statusCode(428);
        var revised = success.post("/surveys/" + id + "/revisions", draft.header("ETag"), """
                {"en":"It was easy","ru":"Было легко","promptEn":"Why?"}""");
        revised.then().statusCode(201).body("revision", equalTo(2)).body("questions.en", equalTo("It was easy"));
        success.post("/surveys/" + id + "/activations", draft.header("ETag"), "")
                .then()
                .statusCode(412);
        var active = success.post("/surveys/" + id + "/activations", revised.header("ETag"), "");
        active.then().statusCode(200).body("status", equalTo("ACTIVE"));
        success.post("/surveys/" + id + "/activations", active.header("ETag"), "")
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-transition"));
        success.get("/surveys/" + id + "/revisions").then().body("revision", equalTo(List.of(1, 2)));
        success.get("/surveys?status=ACTIVE")
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].revision", equalTo(2));
        success.get("/surveys?status=DRAFT").then().body("items", hasSize(0));

        var account = success.customer(5);
        asked.wave(id, "", account, "ceo");
        asked.wave(id, "\"startsOn\":\"2099-01-01\",", account, "cto");
        var link = asked.links(id, 1).getFirst();
        given().get(link).then().statusCode(200).body(containsString("It was easy"), containsString("Why?"));
        success.post("/surveys/" + id + "/closings", active.header("ETag"), "")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        given().get(link).then().statusCode(410).body(containsString("no longer valid"));
        given().formParam("value", "7").post(link).then().statusCode(410);
        success.get("/surveys/" + id + "/waves").then().body("items.status", equalTo(List.of("ENDED", "CANCELLED")));
        var etag = success.get("/surveys/" + id).header("ETag");
        success.post("/surveys/" + id + "/revisions", etag, Asked.QUESTIONS)
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-closed"));
        success.post("/surveys/" + id + "/closings", etag, "").then().statusCode(409);
    }

    @Test
    void shouldEndAWaveBeforeItsTimeAndCallOneOff() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        var open = asked.wave(survey, "", account, "ceo").path("id").asText();
        var later = asked.wave(survey, "\"startsOn\":\"2099-01-01\",\"everyMonths\":3,", account, "cto");
        var path = "/surveys/" + survey + "/waves/";
        success.post(path + open + "/stops", "").then().statusCode(200).body("status", equalTo("ENDED"));
        success.post(path + later.path("id").asText() + "/stops", "")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        success.post(path + open + "/stops", "").then().statusCode(409).body("code", equalTo("wave-over"));
        success.post(path + UUID.randomUUID() + "/stops", "").then().statusCode(404);
        given().get(asked.links(survey, 1).getFirst()).then().statusCode(410);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no name       | {"kind":"NPS","questions":{"en":"a","ru":"b"}}                                    | /name            | value-missing
            no kind       | {"name":"x","questions":{"en":"a","ru":"b"}}                                      | /kind            | value-missing
            no Russian    | {"name":"x","kind":"NPS","questions":{"en":"a"}}                                  | /questions/ru    | value-missing
            small group   | {"name":"x","kind":"NPS","anonymous":true,"minimumGroup":2,"questions":{"en":"a","ru":"b"}} | /minimumGroup | minimum-group-range
            other scale   | {"name":"x","kind":"NPS","scale":10,"questions":{"en":"a","ru":"b"}}              | /scale           | survey-scale
            unknown       | {"name":"x","kind":"NPS","points":11,"questions":{"en":"a","ru":"b"}}             | /points          | unknown-property
            """)
    void shouldPointAtTheFaultOfASurvey(String name, String body, String pointer, String code) {
        success.post("/surveys", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no audience | {} | /audience | value-missing
            nobody | {"audience":{"people":[]}} | /audience/people | value-missing
            share of none | {"share":"0","audience":{"people":[{"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","respondent":"x"}]}} | /share | share-range
            too much | {"share":1.5,"audience":{"people":[{"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","respondent":"x"}]}} | /share | share-range
            zone | {"zone":"Mars/Olympus","audience":{"people":[{"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","respondent":"x"}]}} | /zone | zone-unknown
            seldom | {"everyMonths":25,"audience":{"people":[{"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","respondent":"x"}]}} | /everyMonths | every-months-range
            endless | {"openDays":91,"audience":{"people":[{"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","respondent":"x"}]}} | /openDays | open-days-range
            no account | {"audience":{"people":[{"respondent":"x"}]}} | /audience/people/0/accountId | value-missing
            early | {"startsOn":"1999-01-01","audience":{"people":[{"accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60","respondent":"x"}]}} | /startsOn | time-out-of-range
            """)
    void shouldPointAtTheFaultOfAWave(String name, String body, String pointer, String code) {
        success.post("/surveys/" + UUID.randomUUID() + "/waves", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shouldHideEverythingFromAnotherTenant() {
        var account = success.customer(5);
        var survey = asked.survey("NPS", false);
        var wave = asked.wave(survey, "", account, "ceo").path("id").asText();
        var invitation = success.json("/survey-invitations").at("/items/0/id").asText();
        var stranger = Caller.fresh();
        for (var path : new String[] {
            "/surveys/" + survey,
            "/surveys/" + survey + "/revisions",
            "/surveys/" + survey + "/waves",
            "/surveys/" + survey + "/results",
            "/surveys/" + survey + "/comments",
            "/survey-invitations/" + invitation
        }) {
            success.get(path).then().statusCode(200);
            stranger.get(path).then().statusCode(404);
        }
        stranger.get("/survey-invitations").then().body("items", hasSize(0));
        stranger.post("/surveys/" + survey + "/closings", "\"2\"", "").then().statusCode(404);
        stranger.post("/surveys/" + survey + "/waves/" + wave + "/stops", "")
                .then()
                .statusCode(404);
        stranger.post("/survey-invitations/" + invitation + "/links", "").then().statusCode(404);
        stranger.post("/survey-invitations/" + invitation + "/dismissals", "")
                .then()
                .statusCode(404);
        // A person of another tenant's customer is nobody here.
        var own = new Asked(stranger).survey("NPS", false);
        assertThat(new Asked(stranger)
                        .wave(own, "", account, "ceo")
                        .path("candidates")
                        .asInt())
                .isZero();
    }
}
