package dev.rivulet.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.job.Finished;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CodeImportTest {

    private static final String FEW = """
            scheme,edition,section,code,parent,level,name_ru,licensed
            TEST,1,G,G,,SECTION,Торговля,
            TEST,1,G,47.91.2,47.91,SUBGROUP,"Торговля, прямо через Интернет",
            TEST,1,G,47.91,,GROUP,Торговля по почте,true
            TEST,1,G,47,,CLASS,Торговля розничная,no
            """;

    private final Caller sales = Caller.as("sales");
    private final Registry registry = new Registry(sales);

    @Test
    void shouldBuildTheTreeWhateverTheOrderOfTheRows() {
        var job = registry.imported("scheme=TEST&edition=1&validFrom=2026-01-01", FEW);
        assertThat(job.getMap("summary")).isEqualTo(Map.of("added", 4, "changed", 0, "unchanged", 0, "removed", 0));
        var edition = sales.get("/activity-editions").jsonPath();
        assertThat(edition.getInt("items[0].codes")).isEqualTo(4);
        assertThat(edition.getString("items[0].validFrom")).isEqualTo("2026-01-01");
        var codes = "/activity-editions/" + edition.getString("items[0].id") + "/codes";
        sales.get(codes).then().body("items.code", equalTo(List.of("47", "47.91", "47.91.2", "G")));
        sales.get(codes + "/47.91").then().body("parent", equalTo("47")).body("licensed", equalTo(true));
        sales.get(codes + "/47").then().body("parent", equalTo("G")).body("licensed", equalTo(false));
        sales.get(codes + "/47.91.2")
                .then()
                .body("name", equalTo("Торговля, прямо через Интернет"))
                .body("level", equalTo("SUBGROUP"));
        sales.get(codes + "/47.92").then().statusCode(404);
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        registry.imported("scheme=TEST&edition=1", FEW);
        var before = sales.get("/activity-editions").asString();
        var job = registry.imported("scheme=TEST&edition=1", FEW);
        assertThat(job.getMap("summary")).isEqualTo(Map.of("added", 0, "changed", 0, "unchanged", 4, "removed", 0));
        assertThat(sales.get("/activity-editions").asString()).isEqualTo(before);
    }

    @Test
    void shouldMakeTheEditionWhatTheFileSays() {
        registry.imported("scheme=TEST&edition=1", FEW);
        var job = registry.imported(
                "scheme=TEST&edition=1",
                FEW.replace("Торговля по почте", "По почте").replaceAll("(?m)^.*47.91.2.*\n", "")
                        + ",,H,52,,,Склад,\n");
        assertThat(job.getMap("summary")).isEqualTo(Map.of("added", 1, "changed", 1, "unchanged", 2, "removed", 1));
        sales.get("/activity-editions").then().body("items", hasSize(1)).body("items[0].codes", equalTo(4));
    }

    @Test
    void shouldTryWithoutKeepingAnything() {
        var job = registry.imported("scheme=TEST&edition=1&dryRun=true", FEW + ",,,bad,,,Name,\n");
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getBoolean("dryRun")).isTrue();
        assertThat(job.getInt("summary.added")).isEqualTo(4);
        assertThat(job.getLong("rowsDone")).isEqualTo(5);
        sales.get("/jobs/" + job.getString("id") + "/errors").then().body("items", hasSize(1));
        sales.get("/activity-editions").then().body("items", hasSize(0));
    }

    @Test
    void shouldRefuseRowsByThemselvesAndThenTakeNothingAway() {
        registry.imported("scheme=TEST&edition=1", FEW);
        var job = registry.imported("scheme=TEST&edition=1", """
                code,parent,name
                47,,Retail
                47,,Again
                47.9,,
                ,,Nameless
                x1,,Wrong
                47.5,99,Orphan
                47.6,,%s
                """.formatted("x".repeat(1001)));
        assertThat(job.getLong("rowsRefused")).isEqualTo(6);
        assertThat(job.getInt("summary.removed")).isZero();
        var errors = sales.get("/jobs/" + job.getString("id") + "/errors").jsonPath();
        assertThat(errors.getList("items.line")).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(errors.getList("items.code"))
                .containsExactly(
                        "activity-code-repeated",
                        "value-missing",
                        "value-missing",
                        "activity-code-format",
                        "activity-parent-unknown",
                        "text-too-long");
        assertThat(errors.getList("items.pointer"))
                .containsExactly("/code", "/name", "/code", "/code", "/parent", "/name");
        sales.get("/activity-editions").then().body("items[0].codes", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            47.9,,#47.91,Mail,47.9#47,Retail,       | 2 3 | value-missing activity-parent-unknown         | 47
            01,A,02#02,B,01#03,C,                   | 2 3 | activity-parent-cycle activity-parent-cycle   | 03
            47.911,Books,47.91#47.91,Mail,9#9,,     | 2 3 4 | activity-parent-unknown activity-parent-unknown value-missing |
            """)
    void shouldTakeNoCodeWithoutAWayUp(String rows, String lines, String refusals, String kept) {
        var job = registry.imported("scheme=TEST&edition=1", "code,name,parent\n" + rows.replace('#', '\n') + "\n");
        var errors = sales.get("/jobs/" + job.getString("id") + "/errors").jsonPath();
        assertThat(errors.getList("items.line")).hasToString("[" + lines.replace(" ", ", ") + "]");
        assertThat(errors.getList("items.code")).hasToString("[" + refusals.replace(" ", ", ") + "]");
        var id = sales.get("/activity-editions").jsonPath().getString("items[0].id");
        if (kept != null) {
            sales.get("/activity-editions/" + id + "/codes").then().body("items.code", equalTo(List.of(kept)));
        } else {
            assertThat(job.getInt("summary.added")).isZero();
        }
    }

    @Test
    void shouldKeepWhatStandsUnderACodeWhoseRowIsRefused() {
        registry.imported("scheme=TEST&edition=1", FEW);
        var job = registry.imported("scheme=TEST&edition=1", """
                section,code,parent,name
                G,47.91,,
                G,47.91.2,47.91,By Internet
                """);
        assertThat(job.getLong("rowsRefused")).isEqualTo(1);
        assertThat(job.getInt("summary.changed")).isEqualTo(1);
        var id = sales.get("/activity-editions").jsonPath().getString("items[0].id");
        sales.get("/activity-editions/" + id + "/codes/47.91.2")
                .then()
                .body("name", equalTo("By Internet"))
                .body("parent", equalTo("47.91"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "windows-1251, false", "UTF-8, true"})
    void shouldReadRussianHoweverItComes(String charset, boolean broken) {
        var text = "code;name\n47;Торговля розничная\n48;Ещё «одна»\n";
        var sent =
                broken ? new String(text.getBytes(Charset.forName("windows-1251")), StandardCharsets.ISO_8859_1) : text;
        var job = Finished.of(sales, registry.send("scheme=TEST&edition=1", sent.getBytes(Charset.forName(charset))));
        assertThat(job.getInt("summary.added")).isEqualTo(2);
        var id = sales.get("/activity-editions").jsonPath().getString("items[0].id");
        sales.get("/activity-editions/" + id + "/codes")
                .then()
                .body("items.name", containsInAnyOrder("Торговля розничная", "Ещё «одна»"));
    }

    @Test
    void shouldKeepNoCodeWithoutItsEdition() {
        registry.imported("scheme=TEST&edition=1", FEW);
        assertThatThrownBy(() -> Sql.run("INSERT INTO activity_code SELECT tenant_id, gen_random_uuid(), code, parent,"
                        + " section, level, name, licensed FROM activity_code"))
                .hasStackTraceContaining("there is no activity edition");
        assertThatThrownBy(() -> Sql.run("DELETE FROM activity_edition"))
                .hasStackTraceContaining("activity editions are kept");
    }

    @Test
    void shouldShipTheArticlesCodes() {
        var id = registry.starterEdition();
        for (var code : new String[] {
            "47.91",
            "47.91.1",
            "47.91.2",
            "47.91.3",
            "47.91.4",
            "47.99",
            "62.09",
            "45.32.21",
            "53.20.31",
            "52.10",
            "82.92",
            "46.41",
            "47.51"
        }) {
            sales.get("/activity-editions/" + id + "/codes/" + code).then().statusCode(200);
        }
        sales.get("/activity-editions/" + id + "/codes/47.91.2").then().body("parent", equalTo("47.91"));
        sales.get("/activity-editions/" + id + "/codes/47.91").then().body("parent", equalTo("G"));
    }

    @Test
    void shouldLetOneOfTwoImportsFollowTheOther() throws Exception {
        Callable<Integer> add =
                () -> registry.imported("scheme=TEST&edition=1", FEW).getInt("summary.added");
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = both.invokeAll(List.of(add, add));
            assertThat(results.get(0).get() + results.get(1).get()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "edition=1, ?scheme, activity-scheme-format",
        "scheme=okved&edition=1, ?scheme, activity-scheme-format",
        "scheme=TEST, ?edition, activity-edition-format",
        "scheme=TEST&edition=a%20b, ?edition, activity-edition-format",
        "scheme=TEST&edition=1&dryRun=yes, ?dryRun, parameter-invalid",
        "scheme=TEST&edition=1&validFrom=soon, ?validFrom, parameter-invalid",
        "scheme=TEST&edition=1&merge=1, ?merge, unknown-parameter"
    })
    void shouldRefuseParametersItCannotUnderstand(String query, String pointer, String code) {
        sales.http()
                .urlEncodingEnabled(false)
                .contentType("text/csv")
                .body(FEW.getBytes(StandardCharsets.UTF_8))
                .post("/activity-code-imports?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseBodiesItDoesNotTake() {
        registry.send("scheme=TEST&edition=1", "").then().statusCode(400).body("code", equalTo("body-missing"));
        sales.post("/activity-code-imports?scheme=TEST&edition=1", "{}").then().statusCode(415);
    }

    @Test
    void shouldTakeMoreThanARequestOfTheApi() {
        var csv = new StringBuilder("code,name\n");
        for (var i = 0; i < 30_000; i++) {
            csv.append(i / 1_000 + 10)
                    .append('.')
                    .append(i % 1_000 + 1_000)
                    .append(",")
                    .append("x".repeat(60))
                    .append('\n');
        }
        assertThat(csv.length()).isGreaterThan(2_000_000);
        var job = registry.imported("scheme=TEST&edition=big", csv.toString());
        assertThat(job.getInt("summary.added")).isEqualTo(30_000);
    }

    @ParameterizedTest
    @CsvSource({"sales, 202", "admin, 202", "success, 403", "billing, 403", "ops, 403", "partner, 403"})
    void shouldLetSalesAndAdminImport(String role, int status) {
        new Registry(sales.inRole(role))
                .send("scheme=TEST&edition=1", FEW)
                .then()
                .statusCode(status);
        sales.inRole(role).http().post("/activity-code-imports/starters").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"okved2-2023-12.csv, OKVED2, 2023-12, 2899", "nace-2.1.csv, NACE, 2.1, 1047"})
    void shouldTakeTheRealSchemesInSeconds(String file, String scheme, String edition, int codes) throws IOException {
        var shared = Path.of("../../shared/data", file);
        assumeTrue(Files.exists(shared), "the scheme's file is not part of the project");
        var query = "scheme=" + scheme + "&edition=" + edition;
        var begun = System.nanoTime();
        var job = registry.imported(query, Files.readString(shared));
        assertThat((System.nanoTime() - begun) / 1_000_000_000).isLessThan(10);
        assertThat(job.getLong("rowsRefused")).isZero();
        assertThat(job.getInt("summary.added")).isEqualTo(codes);
        assertThat(registry.imported(query, Files.readString(shared)).getInt("summary.unchanged"))
                .isEqualTo(codes);
        sales.get("/activity-editions").then().body("items[0].codes", equalTo(codes));
    }
}
