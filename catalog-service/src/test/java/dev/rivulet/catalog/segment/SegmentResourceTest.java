package dev.rivulet.catalog.segment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SegmentResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldAddAndReadASegment() {
        var created = sales.post("/segments", Bodies.segment());
        created.then().statusCode(201).header("ETag", "\"0\"");
        sales.inRole("success")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("function", equalTo("HR_HEAD"))
                .body("companySize", equalTo("M"))
                .body("industries", contains("retail"));
        sales.get("/segments").then().body("items.id", contains(created.<String>path("id")));
    }

    @Test
    void shouldTakeNoIndustriesForNone() {
        sales.post("/segments", """
                {"name": "CEOs", "function": "CEO", "problem": "Sales stand still", "companySize": "S"}""").then().statusCode(201).body("industries", empty());
    }

    @Test
    void shouldChangeByMergePatch() {
        var path = "/segments/" + sales.segment();
        sales.patch(path, "0", "{\"industries\": [\"banking\", \"retail\"], \"companySize\": \"L\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("industries", contains("banking", "retail"))
                .body("companySize", equalTo("L"));
        sales.patch(path, "1", "{\"industries\": null}").then().statusCode(200).body("industries", empty());
        sales.patch(path, "1", "{\"name\": \"x\"}").then().statusCode(412);
        sales.patch(path, "2", "{\"problem\": \"Все\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/problem"));
    }

    @ParameterizedTest
    @CsvSource({
        "name, Everyone, /name",
        "name, все, /name",
        "problem, everyone, /problem",
        "problem, «Все», /problem",
        "function, anyone, /function",
        "name, Large companies, /name",
        "industries, all industries, /industries/0"
    })
    void shouldRefuseEveryone(String property, String text, String pointer) {
        var body = Bodies.segment()
                .replaceFirst("\"" + property + "\": \"[^\"]*\"", "\"" + property + "\": \"" + text + "\"")
                .replaceFirst("\"" + property + "\": \\[\"[^\"]*\"", "\"" + property + "\": [\"" + text + "\"");
        sales.post("/segments", body)
                .then()
                .statusCode(422)
                .body("code", equalTo("segment-everyone"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void shouldTakeANeedForAProblem() {
        sales.post("/segments", """
                {"name": "Owners", "function": "Owner", "problem": "Нужны клиенты", "companySize": "S",
                 "industries": ["Consumer"]}""").then().statusCode(201);
    }

    @Test
    void shouldSayItInRussian() {
        sales.http()
                .header("Accept-Language", "ru")
                .contentType("application/json")
                .body(Bodies.segment().replace("HR heads who lose trained people", "Все"))
                .post("/segments")
                .then()
                .statusCode(422)
                .body("detail", containsString("должность"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "companySize": "M"          | "companySize": "XL"           | /companySize  | value-invalid
            "companySize": "M",         |                               | /companySize  | value-missing
            "industries": ["retail"]    | "industries": "retail"        | /industries   | wrong-type
            "industries": ["retail"]    | "industries": [""]            | /industries/0 | value-missing
            "industries": ["retail"]    | "industries": ["a", null]     | /industries/1 | value-missing
            "industries": ["retail"]    | "industries": [1]             | /industries/0 | wrong-type
            "function": "HR_HEAD"       | "function": ""                | /function     | value-missing
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post("/segments", Bodies.segment().replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldLimitTheFunction() {
        sales.post("/segments", Bodies.segment().replace("HR_HEAD", "x".repeat(61)))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("text-too-long"));
    }
}
