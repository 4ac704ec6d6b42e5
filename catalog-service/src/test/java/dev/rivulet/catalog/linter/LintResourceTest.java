package dev.rivulet.catalog.linter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LintResourceTest {

    private static final String TEXTS = """
            {"function": "HR_HEAD", "audience": "Everyone", "oneLiner": "We are the leader",
             "pains": ["People leave", "Profit falls"], "solution": "Ten minutes a day on the phone",
             "arguments": [{"against": "TRADITIONAL_WAY", "text": "The best there is"}]}""";

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldReadTextsBeforeTheyAreSaved() {
        sales.inRole("ops")
                .post("/proposition-lints", TEXTS)
                .then()
                .statusCode(200)
                .body("findings.code", contains("vendor-centred", "everyone", "profit-pain-of-hr", "unproven-claim"))
                .body("findings.pointer", contains("/oneLiner", "/audience", "/pains/1", "/arguments/0/text"))
                .body("findings.severity", contains("ERROR", "ERROR", "ERROR", "WARNING"));
        sales.http()
                .header("Accept-Language", "ru-RU, en;q=0.5")
                .contentType("application/json")
                .body(TEXTS)
                .post("/proposition-lints")
                .then()
                .body("findings[0].text", containsString("клиента"));
        sales.post("/proposition-lints", "{}").then().statusCode(200).body("findings", empty());
        sales.inRole("partner").post("/proposition-lints", "{}").then().statusCode(403);
    }

    @Test
    void shouldReadRussianTexts() {
        sales.http()
                .contentType("application/json; charset=utf-8")
                .header("Accept-Language", "ru")
                .body("""
                        {"function": "Эйчар", "audience": "Все, кому это нужно", "oneLiner": "Обучение каждому",
                         "pains": ["Новички прибыли и не знают, что делать", "Оборот падает"],
                         "solution": "Мы — команда экспертов с 2009 года. Вы учитесь десять минут в день",
                         "arguments": [{"against": "TRADITIONAL_WAY", "text": "Сотрудники учатся лучше"}]}""")
                .post("/proposition-lints")
                .then()
                .statusCode(200)
                .body(
                        "findings.code",
                        contains(
                                "everyone",
                                "for-everyone",
                                "profit-pain-of-hr",
                                "vendor-centred-solution",
                                "vendor-centred-solution"))
                .body("findings.pointer", contains("/audience", "/oneLiner", "/pains/1", "/solution", "/solution"))
                .body(
                        "findings.excerpt",
                        contains(
                                "Все, кому это нужно",
                                "Обучение каждому",
                                "Оборот падает",
                                "Мы — команда",
                                "с 2009 года"))
                .body("findings[1].text", containsString("назовите, для кого это"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"oneLiner": 1}              | /oneLiner         | wrong-type
            {"pains": [null]}            | /pains/0          | value-missing
            {"arguments": [{}]}          | /arguments/0/text | value-missing
            {"title": "x"}               | /title            | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String body, String pointer, String code) {
        sales.post("/proposition-lints", body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldShowTheRulesEveryTenantHas() {
        sales.inRole("billing")
                .get("/built-in-lint-rules")
                .then()
                .statusCode(200)
                .body("code", hasItem("jargon"))
                .body("find {it.code == 'jargon'}.phrases", hasItem("комплексн* систем* автоматизац*"));
    }

    @Test
    void shouldApplyTheTenantsOwnRules() {
        var created = sales.post("/lint-rules", Bodies.lintRule("no-phones"));
        created.then().statusCode(201).header("ETag", "\"0\"").body("active", equalTo(true));
        sales.post("/proposition-lints", TEXTS)
                .then()
                .body("findings.code", hasItem("no-phones"))
                .body("findings.find {it.code == 'no-phones'}.text", equalTo("Say where it happens"))
                .body("findings.find {it.code == 'no-phones'}.excerpt", equalTo("on the phone"));
        Caller.as("sales")
                .post("/proposition-lints", "{\"solution\": \"on the phone\"}")
                .then()
                .body("findings", empty());

        var path = created.header("Location");
        sales.patch(path, "0", "{\"active\": false}").then().statusCode(200).header("ETag", "\"1\"");
        sales.post("/proposition-lints", "{\"solution\": \"on the phone\"}")
                .then()
                .body("findings", empty());
        sales.get("/lint-rules").then().body("items.code", contains("no-phones"));
        sales.patch(path, "0", "{}").then().statusCode(412);
    }

    @Test
    void shouldLetAnOwnRuleStandInForABuiltInOne() {
        sales.post("/proposition-lints", "{\"oneLiner\": \"Training under one end-to-end platform\"}")
                .then()
                .body("findings.code", contains("jargon"));
        var created = sales.post("/lint-rules", Bodies.lintRule("jargon"));
        created.then().statusCode(201);
        sales.post("/proposition-lints", "{\"oneLiner\": \"Training under one end-to-end platform\"}")
                .then()
                .body("findings", empty());
        sales.post("/lint-rules", Bodies.lintRule("jargon"))
                .then()
                .statusCode(409)
                .body("code", equalTo("key-taken"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "on the phone"        | "*"              | 422 | /rule/phrases/0 | phrase-invalid
            ["on the phone"]      | []               | 400 | /rule/phrases   | value-missing
            ["SOLUTION"]          | ["TITLE"]        | 400 | /rule/fields/0  | value-invalid
            "WARNING"             | "FATAL"          | 400 | /rule/severity  | value-invalid
            "place": "ANYWHERE",  |                  | 400 | /rule/place     | value-missing
            "no-phones"           | "No phones"      | 400 | /code           | key-format
            """)
    void shouldRefuseARuleThatIsNone(String right, String wrong, int status, String pointer, String code) {
        sales.post("/lint-rules", Bodies.lintRule("no-phones").replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
