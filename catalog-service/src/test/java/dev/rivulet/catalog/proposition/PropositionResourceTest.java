package dev.rivulet.catalog.proposition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PropositionResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldDraftAndReadAProposition() {
        var created = sales.post("/value-propositions", Bodies.proposition(sales.product(), sales.segment()));
        created.then().statusCode(201).header("ETag", "\"0\"").body("status", equalTo("DRAFT"));
        sales.inRole("success")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("propositionVersion", equalTo(1))
                .body("pains", contains("Trainings cost a lot and nothing changes"))
                .body("arguments.against", contains("TRADITIONAL_WAY", "COMPETITOR"))
                .body("proof", contains("A retailer: from 48 to 71 in ten weeks"))
                .body("benefit.metric", equalTo("soft-skills-score"))
                .body("benefit.baseline", equalTo("52"))
                .body("benefit.target", equalTo("70"))
                .body("benefit.withinDays", equalTo(90))
                .body("evidence.confirmed", equalTo(0))
                .body("evidence.latest", empty());
    }

    @ParameterizedTest
    @CsvSource({"52, 70", "8.5, 3.25", "-4, 0", "0.000000001, 1000000", "999999999999999.999999999, 1"})
    void shouldKeepFiguresExactly(String baseline, String target) {
        sales.post(
                        "/value-propositions",
                        Bodies.proposition(sales.product(), sales.segment())
                                .replace("\"52\"", "\"" + baseline + "\"")
                                .replace("\"70\"", "\"" + target + "\""))
                .then()
                .statusCode(201)
                .body("benefit.baseline", equalTo(baseline))
                .body("benefit.target", equalTo(target));
    }

    @Test
    void shouldTakeFiguresAsNumbersAndGiveTextBack() {
        sales.post(
                        "/value-propositions",
                        Bodies.proposition(sales.product(), sales.segment())
                                .replace("\"52\"", "52.5")
                                .replace("\"70\"", "1e3"))
                .then()
                .statusCode(201)
                .body("benefit.baseline", equalTo("52.5"))
                .body("benefit.target", equalTo("1000"));
    }

    @Test
    void shouldDoWithoutArgumentsAndProof() {
        var body = Bodies.proposition(sales.product(), sales.segment())
                .replaceFirst("(?s)\"arguments\".*?\"benefit\"", "\"benefit\"");
        sales.post("/value-propositions", body)
                .then()
                .statusCode(201)
                .body("arguments", empty())
                .body("proof", empty());
    }

    @Test
    void shouldChangeADraft() {
        var path = "/value-propositions/" + sales.proposition(sales.product(), sales.segment());
        var segment = sales.segment();
        sales.patch(
                        path,
                        "0",
                        "{\"pains\": [\"a\", \"b\"], \"benefit\": {\"withinDays\": 120}, \"segmentId\": \"" + segment
                                + "\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("pains", contains("a", "b"))
                .body("segmentId", equalTo(segment))
                .body("benefit.withinDays", equalTo(120))
                .body("benefit.target", equalTo("70"));
        sales.patch(path, "1", "{\"benefit\": {\"target\": \"52.0\"}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/benefit/target"))
                .body("errors[0].code", equalTo("benefit-unchanged"));
        sales.patch(path, "1", "{\"pains\": null}").then().statusCode(400).body("errors[0].pointer", equalTo("/pains"));
        sales.patch(path, "0", "{}").then().statusCode(412);
    }

    @Test
    void shouldKeepEveryPartOfAProposition() {
        var product = sales.product();
        var segment = sales.segment();
        var competitor = sales.competitor();
        var study = sales.caseStudy(product, segment);
        var body = Bodies.proposition(product, segment)
                .replace("\"oneLiner\"", """
                "locale": "en-GB", "audience": "HR heads of retail chains", "needs": ["To see who has learned what"],
                "caseStudyIds": ["%s"], "oneLiner\"""".formatted(study))
                .replace(
                        "\"against\": \"COMPETITOR\"",
                        "\"against\": \"COMPETITOR\", \"competitorId\": \"" + competitor + "\"");
        sales.post("/value-propositions", body)
                .then()
                .statusCode(201)
                .body("locale", equalTo("en-GB"))
                .body("audience", equalTo("HR heads of retail chains"))
                .body("needs", contains("To see who has learned what"))
                .body("caseStudyIds", contains(study))
                .body("arguments[1].competitorId", equalTo(competitor));
        sales.post(
                        "/value-propositions",
                        body.replace(competitor, UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("competitor-unknown"))
                .body("errors[0].pointer", equalTo("/arguments/1/competitorId"));
        sales.post("/value-propositions", body.replace(study, UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("case-study-unknown"))
                .body("errors[0].pointer", equalTo("/caseStudyIds/0"));
        sales.post("/value-propositions", body.replace("en-GB", "english"))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("locale-format"));
        sales.get("/value-propositions?locale=en-GB&status=DRAFT").then().body("items", hasSize(1));
        sales.get("/value-propositions?status=APPROVED").then().body("items", empty());
        sales.get("/value-propositions?status=DONE").then().statusCode(400);
    }

    @Test
    void shouldFilterByProductAndSegment() {
        var product = sales.product();
        var other = sales.product();
        var segment = sales.segment();
        var here = sales.proposition(product, segment);
        var elsewhere = sales.proposition(product, sales.segment());
        var another = sales.proposition(other, segment);
        sales.get("/value-propositions").then().body("items.id", contains(here, elsewhere, another));
        sales.get("/value-propositions?productId=" + product).then().body("items.id", contains(here, elsewhere));
        sales.get("/value-propositions?segmentId=" + segment).then().body("items.id", contains(here, another));
        sales.get("/value-propositions?productId=" + other + "&segmentId=" + segment)
                .then()
                .body("items.id", contains(another))
                .body("items[0].evidence.latest", empty());
        Caller.as("sales").get("/value-propositions").then().statusCode(200).body("items", empty());
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        var nowhere = UUID.randomUUID().toString();
        sales.post("/value-propositions", Bodies.proposition(nowhere, sales.segment()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/productId"))
                .body("errors[0].code", equalTo("product-unknown"));
        sales.post("/value-propositions", Bodies.proposition(sales.product(), nowhere))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/segmentId"))
                .body("errors[0].code", equalTo("segment-unknown"));
        sales.post(
                        "/value-propositions",
                        Bodies.proposition(sales.product(), Caller.as("sales").segment()))
                .then()
                .statusCode(422)
                .body("code", equalTo("segment-unknown"));
    }

    @Test
    void shouldRefuseAPromiseOfNothing() {
        sales.post(
                        "/value-propositions",
                        Bodies.proposition(sales.product(), sales.segment()).replace("\"70\"", "\"52.00\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/benefit/target"))
                .body("errors[0].code", equalTo("benefit-unchanged"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "52"                    | true                       | /benefit/baseline    | wrong-type
            "52"                    | "fifty"                    | /benefit/baseline    | decimal-format
            "52"                    | "1e3"                      | /benefit/baseline    | decimal-format
            "52"                    | "1.0000000001"             | /benefit/baseline    | decimal-format
            "52"                    | null                       | /benefit/baseline    | value-missing
            "withinDays": 90        | "withinDays": 0            | /benefit/withinDays  | within-days-range
            "withinDays": 90        | "withinDays": 1096         | /benefit/withinDays  | within-days-range
            "withinDays": 90        | "withinDays": "90"         | /benefit/withinDays  | wrong-type
            , "withinDays": 90      |                            | /benefit/withinDays  | value-missing
            "metric"                | "metrik"                   | /benefit/metrik      | unknown-property
            "points"                | " "                        | /benefit/unit        | value-missing
            "COMPETITOR"            | "EVERYTHING"               | /arguments/1/against | value-invalid
            "They do not measure"   | ""                         | /arguments/1/text    | value-missing
            "pains": ["Trainings cost a lot and nothing changes"],  |  | /pains   | value-missing
            "solution": "Ten minutes a day on the phone", |      | /solution            | value-missing
            "against": "COMPETITOR",|                            | /arguments/1/against | value-missing
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post(
                        "/value-propositions",
                        Bodies.proposition(sales.product(), sales.segment()).replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldLimitThePains() {
        var eleven = "\"pains\": [" + "\"x\",".repeat(10) + "\"x\"]";
        sales.post(
                        "/value-propositions",
                        Bodies.proposition(sales.product(), sales.segment())
                                .replaceFirst("\"pains\": \\[[^]]*]", eleven))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/pains"))
                .body("errors[0].code", equalTo("list-too-long"));
        sales.post(
                        "/value-propositions",
                        Bodies.proposition(sales.product(), sales.segment())
                                .replaceFirst("\"pains\": \\[[^]]*]", "\"pains\": []"))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("value-missing"));
    }
}
