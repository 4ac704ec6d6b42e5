package dev.rivulet.catalog.bulk;

import static dev.rivulet.catalog.bulk.Transfer.exported;
import static dev.rivulet.catalog.bulk.Transfer.imported;
import static dev.rivulet.catalog.bulk.Transfer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.events.ProductChanged;
import dev.rivulet.catalog.job.Finished;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CatalogBulkTest {

    private final Caller sales = Caller.as("sales");
    private final Caller other = Caller.as("admin");

    @Test
    void shouldGiveTheSameCatalogElsewhere() {
        var catalog = WholeCatalog.of(sales);
        var exported = exported(sales);

        var job = imported(other, exported, "");

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getLong("rowsRefused")).isZero();
        assertThat(job.getLong("summary.created")).isEqualTo(exported.lines().count());
        assertThat(exported(other)).isEqualTo(exported);
        for (var path : catalog) {
            assertThat(things(other, path))
                    .as(path)
                    .isEqualTo(things(sales, path))
                    .isNotEmpty();
        }
        assertThat(things(other, "/search?q=skills&limit=100"))
                .isEqualTo(things(sales, "/search?q=skills&limit=100"))
                .contains("battlecard");
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        WholeCatalog.of(sales);
        var exported = exported(sales);
        var job = imported(sales, exported, "");
        assertThat(job.getMap("summary"))
                .isEqualTo(Map.of("unchanged", (int) exported.lines().count()));
        imported(other, exported, "");
        assertThat(imported(other, exported, "").getMap("summary"))
                .isEqualTo(Map.of("unchanged", (int) exported.lines().count()));
        assertThat(things(other, "/products")).isEqualTo(things(sales, "/products"));
    }

    @Test
    void shouldTellOfWhatItChanges() {
        var product = sales.product();
        imported(other, exported(sales), "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.records(ProductChanged.TYPE.topic(), other.tenant()))
                        .hasSize(1)
                        .allSatisfy(record -> assertThat(record.key()).isEqualTo(product)));
    }

    @Test
    void shouldTryWithoutKeepingAnything() {
        WholeCatalog.of(sales);
        var exported = exported(sales);
        var job = imported(other, exported + "{\"type\":\"nothing\"}\n", "?dryRun=true");
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getLong("summary.created")).isEqualTo(exported.lines().count());
        assertThat(job.getLong("rowsRefused")).isEqualTo(1);
        other.get("/jobs/" + job.getString("id") + "/errors").then().body("items", hasSize(1));
        for (var path : List.of("/products", "/competitors", "/plans", "/releases", "/sale-rules")) {
            other.get(path).then().body("items", empty());
        }
    }

    @Test
    void shouldRefuseRowsByThemselves() {
        var id = UUID.randomUUID();
        var job = imported(
                sales,
                String.join(
                        "\n",
                        product(id, "One", "SAAS", "\"key\":\"one\",\"status\":\"ACTIVE\""),
                        "",
                        "{\"type\": \"product\", ",
                        "[]",
                        "{\"type\": \"unicorn\", \"row\": {}}",
                        "{\"type\": \"product\", \"row\": {}, \"more\": 1}",
                        "{\"type\": \"product\"}",
                        product(UUID.randomUUID(), " ", "SAAS", "\"status\":\"ACTIVE\""),
                        product(UUID.randomUUID(), "x", "CAT", "\"status\":\"ACTIVE\""),
                        product(UUID.randomUUID(), "x", "SAAS", "\"key\":null"),
                        product(UUID.randomUUID(), "Two", "SAAS", "\"key\":\"one\",\"status\":\"ACTIVE\""),
                        product(id, "One", "SAAS", "\"key\":\"one\",\"status\":\"IDEA\""),
                        product(UUID.randomUUID(), "Last", "SAAS", "\"status\":\"IDEA\"")),
                "");
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getLong("summary.created")).isEqualTo(2);
        assertThat(job.getLong("rowsRefused")).isEqualTo(10);
        var errors = sales.get("/jobs/" + job.getString("id") + "/errors").jsonPath();
        assertThat(errors.<Map<String, Object>>getList("items").stream()
                        .map(error -> error.get("line") + " " + error.get("pointer") + " " + error.get("code")))
                .containsExactly(
                        "3  malformed-json",
                        "4 /type import-type-unknown",
                        "5 /type import-type-unknown",
                        "6 /more unknown-property",
                        "7 /row value-missing",
                        "8 /row/content/name value-missing",
                        "9 /row/content/kind value-invalid",
                        "10 /row/status value-missing",
                        "11 /row key-taken",
                        "12 /row import-fixed");
        sales.get("/products").then().body("items.name", containsInAnyOrder("One", "Last"));
    }

    @Test
    void shouldTakeNoTextForAnother() {
        var good = product(UUID.randomUUID(), "Café Рост", "SAAS", "\"status\":\"ACTIVE\"");
        var latin = product(UUID.randomUUID(), "Café", "SAAS", "\"status\":\"ACTIVE\"");
        var body = new ByteArrayOutputStream();
        body.writeBytes(("\uFEFF" + good + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(latin.getBytes(StandardCharsets.ISO_8859_1));
        var job = Finished.of(
                other,
                other.http()
                        .contentType("application/x-ndjson")
                        .body(body.toByteArray())
                        .post("/catalog-imports"));
        assertThat(Transfer.errors(other, job)).containsExactly("2  malformed-json");
        other.get("/products").then().body("items.name", contains("Café Рост"));
    }

    @Test
    void shouldRefuseWhatTheThingsOwnApiRefuses() {
        var product = sales.product();
        var plan = sales.plan(product);
        sales.advance("/plans/" + plan, "publications").then().statusCode(200);
        var proposition = sales.proposition(product, sales.segment());
        var lines = exported(sales);
        var nowhere = UUID.randomUUID().toString();
        var job = imported(
                sales,
                lines.replace("\"name\":\"Team\"", "\"name\":\"Teams\"")
                        .replace("HR heads who lose trained people", "everyone")
                        .replace("\"target\":\"70\"", "\"target\":\"52\""),
                "");
        assertThat(codes(sales, job))
                .containsExactly("segment-everyone", "benefit-unchanged", "plan-version-published");
        var homeless = lines.replace(product, nowhere).replace("\"id\":\"" + nowhere, "\"id\":\"" + product);
        // Without its product there is no plan, and without the plan no list price.
        assertThat(codes(other, imported(other, homeless, "")))
                .containsExactly("product-unknown", "product-unknown", "plan-unknown");
        sales.get("/value-propositions/" + proposition).then().body("benefit.target", equalTo("70"));
        sales.get("/plans/" + plan).then().body("name", equalTo("Team"));
    }

    @Test
    void shouldChangeWhatMayChange() {
        WholeCatalog.of(sales);
        var exported = exported(sales);
        imported(other, exported, "");
        var job = imported(other, exported.replace("Ten minutes a day\"", "An hour a day\""), "");
        assertThat(job.getLong("rowsRefused")).isZero();
        assertThat(job.getLong("summary.changed")).isEqualTo(2);
        other.get("/products").then().body("items[0].description", equalTo("An hour a day"));
        assertThat(imported(other, exported, "").getLong("summary.changed")).isEqualTo(2);
        assertThat(exported(other)).isEqualTo(exported);
    }

    @Test
    void shouldGoOnWhereAKilledImportWasKept() {
        var lines = products(450);
        var job = imported(sales, lines, "");
        assertThat(job.getLong("summary.created")).isEqualTo(450);

        // As if the replica had been killed behind the second batch: of the third nothing was kept.
        var id = UUID.randomUUID().toString();
        Sql.run("""
                BEGIN;
                INSERT INTO job (tenant_id, id, kind, status, dry_run, parameters, attempts, rows_kept, rows_done,
                  summary, lease_owner, lease_until, started_at)
                VALUES ('%1$s', '%2$s', 'catalog-import', 'RUNNING', false, '{}', 1, 400, 400, '{"created": 400}',
                  gen_random_uuid(), now(), now());
                INSERT INTO job_part VALUES ('%1$s', '%2$s', 'INPUT', 0, convert_to('%3$s', 'UTF8'));
                COMMIT""".formatted(other.tenant(), id, lines));
        var resumed = Finished.at(other, "/jobs/" + id);

        assertThat(resumed.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(resumed.getLong("rowsDone")).isEqualTo(450);
        assertThat(resumed.getLong("summary.created")).isEqualTo(450);
        assertThat(Sql.number("SELECT count(*) FROM product WHERE tenant_id = ?", other.tenant()))
                .as("those kept before are not read again")
                .isEqualTo(50);
    }

    @Test
    void shouldStartOneJobForOneKey() {
        var first = sales.http().header("Idempotency-Key", "k").post("/catalog-exports");
        var second = sales.http().header("Idempotency-Key", "k").post("/catalog-exports");
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotNull();
        Finished.of(sales, first);
    }

    @Test
    void shouldExportAnEmptyCatalog() {
        var job = Finished.of(sales, sales.http().post("/catalog-exports"));
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        sales.get("/jobs/" + job.getString("id") + "/result").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 202, 202",
        "sales, 202, 403",
        "success, 403, 403",
        "billing, 403, 403",
        "ops, 403, 403",
        "partner, 403, 403",
        "guest, 403, 403"
    })
    void shouldLetSalesMoveCatalogsOutAndOnlyAdminIn(String role, int out, int in) {
        var caller = sales.inRole(role);
        caller.http().post("/catalog-exports").then().statusCode(out);
        send(caller, products(1), "").then().statusCode(in);
    }

    @Test
    void shouldRefuseBodiesItDoesNotTake() {
        sales.inRole("admin").post("/catalog-imports", "{}").then().statusCode(415);
        send(sales.inRole("admin"), "", "").then().statusCode(400).body("code", equalTo("body-missing"));
        send(sales.inRole("admin"), "{}", "?dryRun=maybe")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?dryRun"));
    }

    /** A collection without the versions, which count the changes made here. */
    private static String things(Caller caller, String path) {
        return caller.get(path).asString().replaceAll("\"version\":\\d+,", "");
    }

    private static String product(UUID id, String name, String kind, String more) {
        return """
                {"type":"product","row":{"id":"%s","createdAt":"2026-01-05T09:00:00Z","origin":"NEW",%s,\
                "content":{"name":"%s","kind":"%s","criticality":"NORMAL"}}}""".formatted(id, more, name, kind);
    }

    private static String products(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> product(UUID.randomUUID(), "P" + i, "SAAS", "\"status\":\"ACTIVE\""))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> codes(Caller caller, JsonPath job) {
        return caller.get("/jobs/" + job.getString("id") + "/errors").jsonPath().getList("items.code");
    }
}
