package dev.rivulet.catalog.bulk;

import static dev.rivulet.catalog.bulk.Transfer.errors;
import static dev.rivulet.catalog.bulk.Transfer.exported;
import static dev.rivulet.catalog.bulk.Transfer.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import refuses and changes of each kind of row. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class CatalogRowsTest {

    private final Caller sales = Caller.as("sales");
    private List<String> lines;
    private Caller other;

    @BeforeEach
    void comeToAnEmptyTenantWithAnExport() {
        other = Caller.as("admin");
        // Once, because none of the tests changes it; before all of them the service is not there yet.
        if (lines == null) {
            WholeCatalog.of(sales);
            lines = exported(sales).lines().toList();
        }
    }

    /** The first line of a type that has a text, with it replaced, among all the others of the catalog. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            product           | "key":"idea"                  | "key":"No"                       | /row/key                    | key-format
            product           | "criticality":"NORMAL"        | "criticality":null               | /row/content/criticality    | value-missing
            product           | "kind":"OUTSOURCING"          | "kind":"SAAS"                    | /row/content/overrideReason | value-invalid
            product           | "overriddenBy":"              | "overriddenBy":null,"x":"        | /row/x                      | unknown-property
            feature           | "key":"weekly-report"         | "key":"Weekly"                   | /row/content/key            | key-format
            pre-sale          | "900.00"                      | "0.00"                           | /row/content/amount/amount  | amount-not-positive
            waiver            | VALIDATION                    | NOTHING                          | /row/content/gate           | value-invalid
            competitor        | "COMPETITOR"                  | "FRIEND"                         | /row/content/kind           | value-invalid
            battlecard        | ["Show the assessment before and after"] | []                    | /row/content/card/howToWin  | value-missing
            interview         | "heldOn":"2026                | "heldOn":"2126                   | /row/content/heldOn         | date-in-future
            pre-sale          | "agreedOn":"2026              | "agreedOn":"2126                 | /row/content/agreedOn       | date-in-future
            battlecard        | "reviewedOn":"20              | "reviewedOn":"21                 | /row/reviewedOn             | date-in-future
            case-study        | "consentGivenOn":"2026        | "consentGivenOn":"2126           | /row/consentGivenOn         | date-in-future
            case-study        | "consent":"NAMED"             | "consent":"NONE"                 | /row/consent                | consent-missing
            case-study        | "customer":"Northwind Logistics" | "customer":null               | /row/content/customer       | customer-missing
            case-study        | "status":"DRAFT"              | "status":"PUBLISHED"             | /row/publishedAt            | value-missing
            value-proposition | "role":"CHAMPION"             | "role":null                      | /row/role                   | value-invalid
            value-proposition | "locale":"en"                 | "locale":null                    | /row/content/locale         | value-missing
            value-proposition | "target":"70"                 | "target":"52"                    | /row/content/benefit/target | benefit-unchanged
            value-proposition | "status":"SUPERSEDED"         | "status":"DRAFT"                 | /row/approvedAt             | value-invalid
            plan              | "number":1                    | "number":2                       | /row/versions/0/number      | value-invalid
            plan              | "status":"SUPERSEDED"         | "status":"PUBLISHED"             | /row/versions/1/status      | value-invalid
            plan              | "policy":"NEW_ONLY"           | "policy":"FROM"                  | /row/versions/0/rollout/from| value-missing
            release           | "status":"ANNOUNCED"          | "status":"DRAFT"                 | /row/announcedAt            | value-invalid
            release           | ["weekly-report"]             | ["daily-report"]                 | /row/content/features/0     | feature-unknown
            lint-rule         | "phrases":["on the phone"]    | "phrases":["*"]                  | /row/content/rule/phrases/0 | phrase-invalid
            """)
    void shouldRefuseOneRowAndItsDependantsOnly(String type, String text, String instead, String pointer, String code) {
        var spoiled = new ArrayList<>(lines);
        var place = place(type, text);
        spoiled.set(place, lines.get(place).replace(text, instead));
        var job = imported(other, String.join("\n", spoiled), "?dryRun=true");
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(errors(other, job)).contains(place + 1 + " " + pointer + " " + code);
        assertThat(job.getLong("summary.created") + job.getLong("rowsRefused")).isEqualTo(lines.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            product      | feature           | /row/productId              | product-unknown
            product      | interview         | /row/productId              | product-unknown
            product      | pre-sale          | /row/productId              | product-unknown
            product      | waiver            | /row/productId              | product-unknown
            product      | battlecard        | /row/content/productId      | product-unknown
            product      | case-study        | /row/content/productId      | product-unknown
            product      | value-proposition | /row/content/productId      | product-unknown
            product      | plan              | /row/productId              | product-unknown
            product      | release           | /row/content/productId      | product-unknown
            segment      | case-study        | /row/content/segmentId      | segment-unknown
            segment      | value-proposition | /row/content/segmentId      | segment-unknown
            competitor   | battlecard        | /row/content/competitorId   | competitor-unknown
            competitor   | value-proposition | /row/content/arguments/1/competitorId | competitor-unknown
            case-study   | value-proposition | /row/content/caseStudyIds/0 | case-study-unknown
            case-study   | case-study-origin | /row/id                     | case-study-unknown
            value-proposition | case-study-origin | /row/propositionId     | proposition-unknown
            """)
    void shouldRefuseWhatRefersToNothing(String missing, String type, String pointer, String code) {
        var without =
                lines.stream().filter(line -> !line.startsWith(type(missing))).toList();
        var job = imported(other, String.join("\n", without), "?dryRun=true");
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(errors(other, job).stream()
                        .filter(error -> error.endsWith(code))
                        .map(error -> without.get(Integer.parseInt(error.split(" ")[0]) - 1)
                                        .replaceAll("\\{\"type\":\"([a-z-]+)\".*", "$1")
                                + " " + error.split(" ")[1]))
                .contains(type + " " + pointer);
    }

    /** Everything again under other ids: each row has a key, a name or a place that is taken. */
    @ParameterizedTest
    @CsvSource({
        "product, \"key\":\"idea\", key-taken",
        "feature, weekly-report, key-taken",
        "waiver, VALIDATION, gate-waived",
        "competitor, VideoLearn, name-taken",
        "battlecard, howToWin, battlecard-exists",
        "value-proposition, SUPERSEDED, version-drafted",
        "value-proposition, \"role\":\"CHAMPION\", version-drafted",
        "case-study-origin, promiseId, promise-told",
        "plan, \"key\":\"team\", key-taken",
        "lint-rule, on-the-phone, key-taken"
    })
    void shouldRefuseWhatIsTaken(String type, String text, String code) {
        imported(other, String.join("\n", lines), "");
        var line = lines.get(place(type, text));
        var id = line.replaceAll(".*?\"row\":\\{\"id\":\"([0-9a-f-]+)\".*", "$1");
        var twin = type.equals("case-study-origin")
                ? studyWithoutOrigin()
                : UUID.randomUUID().toString();
        var job =
                imported(other, line.replace("\"row\":{\"id\":\"" + id, "\"row\":{\"id\":\"" + twin) + "\n" + NEW, "");
        assertThat(errors(other, job)).containsExactly("1 /row " + code);
        other.get("/competitors").then().body("items.name", hasItem("Newcomer"));
    }

    private static final String NEW = """
            {"type":"competitor","row":{"id":"019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f","createdAt":"2026-01-05T09:00:00Z","content":{"name":"Newcomer","kind":"COMPETITOR"}}}""";

    private String studyWithoutOrigin() {
        return lines.get(place("case-study", "PUBLISHED")).replaceAll(".*?\"row\":\\{\"id\":\"([0-9a-f-]+)\".*", "$1");
    }

    /** A row that is there already, with something else in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            product           | "status":"VALIDATING"    | "status":"ACTIVE"       | import-fixed
            product           | "name":"Payroll"         | "name":"Wages"          |
            feature           | Weekly report            | Daily report            |
            interview         | Anna Berger              | Bertha Anger            | import-fixed
            pre-sale          | LETTER                   | PAID                    | import-fixed
            waiver            | ten years                | two years               | import-fixed
            competitor        | VideoLearn               | AudioLearn              |
            battlecard        | 2199-12-31               | 2020-12-31              |
            case-study        | "status":"PUBLISHED"     | "status":"WITHDRAWN"    | import-fixed
            case-study        | 48 to 71 points"         | 48 to 72 points"        | case-study-published
            value-proposition | "weight":25              | "weight":30             |
            value-proposition | "status":"REVIEW"        | "status":"DRAFT"        | import-fixed
            value-proposition | The fastest              | The slowest             | proposition-approved
            plan              | "amount":"1990"          | "amount":"1991"         |
            plan              | "amount":"49.00"         | "amount":"48.00"        | plan-version-published
            release           | who practised            | who slept               | release-announced
            lint-rule         | on the phone             | on the telephone        |
            """)
    void shouldChangeOnlyWhatMayChange(String type, String text, String instead, String code) {
        imported(other, String.join("\n", lines), "");
        var line = lines.get(place(type, text));
        var job = imported(other, line.replace(text, instead), "");
        if (code == null) {
            assertThat(errors(other, job)).isEmpty();
            assertThat(job.getLong("summary.changed")).isEqualTo(1);
            assertThat(imported(other, line.replace(text, instead), "").getLong("summary.unchanged"))
                    .isEqualTo(1);
            assertThat(imported(other, line, "").getLong("summary.changed")).isEqualTo(1);
        } else {
            assertThat(errors(other, job)).hasSize(1).first().asString().endsWith(code);
        }
        assertThat(exported(other).lines().toList()).isEqualTo(lines);
    }

    @Test
    void shouldChangeTheDraftOfAPublishedPlan() {
        imported(other, String.join("\n", lines), "");
        var line = lines.get(place("plan", "\"key\":\"team\""));
        var last = line.lastIndexOf("\"name\":\"Team\"");
        var changed = line.substring(0, last) + line.substring(last).replace("\"Team\"", "\"Teams\"");
        assertThat(imported(other, changed, "").getLong("summary.changed")).isEqualTo(1);
        String id = other.get("/plans").path("items.find { it.key == 'team' }.id");
        other.get("/plans/" + id).then().body("name", equalTo("Team")).body("planVersion", equalTo(2));
        other.get("/plans/" + id + "/versions/3").then().body("name", equalTo("Teams"));
    }

    @Test
    void shouldLetWhatItBringsBeFound() {
        imported(other, String.join("\n", lines), "");
        for (var kind :
                List.of("product", "plan", "value-proposition", "competitor", "battlecard", "case-study", "release")) {
            String title = sales.get("/search?q=weekly or team or skills or VideoLearn or points&kind=" + kind)
                    .path("items[0].title");
            assertThat(title).as(kind).isNotNull();
            other.get("/search?q=weekly or team or skills or VideoLearn or points&kind=" + kind)
                    .then()
                    .body("items.title", hasItem(title));
        }
        other.get("/search?q=weekly&kind=release").then().body("items", hasSize(2));
    }

    private int place(String type, String text) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(type(type)) && lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("no " + type + " with " + text);
    }

    private static String type(String name) {
        return "{\"type\":\"" + name + "\",";
    }
}
