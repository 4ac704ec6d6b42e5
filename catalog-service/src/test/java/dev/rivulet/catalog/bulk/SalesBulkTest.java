package dev.rivulet.catalog.bulk;

import static dev.rivulet.catalog.bulk.Transfer.errors;
import static dev.rivulet.catalog.bulk.Transfer.exported;
import static dev.rivulet.catalog.bulk.Transfer.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import dev.rivulet.catalog.events.PartnerChanged;
import dev.rivulet.catalog.events.PlaybookChanged;
import dev.rivulet.catalog.events.PriceBookChanged;
import dev.rivulet.catalog.events.PriceChanged;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is sold at which price, by whom and how, out and in again. */
@QuarkusTest
class SalesBulkTest {

    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000001";

    private final Caller sales = Caller.as("sales");
    private final Caller other = Caller.as("sales");
    private final Channel channel = new Channel(sales);
    private String product;
    private String plan;
    private String partner;
    private String germany;
    private String seat;

    @Test
    void shouldGiveTheSamePricesAndPartnersElsewhere() {
        prices();
        channel();
        var exported = exported(sales);
        assertThat(types(exported))
                .containsAllEntriesOf(Map.of(
                        "price-book", 3L,
                        "price", 6L,
                        "playbook", 3L,
                        "partner-role", 1L,
                        "partner", 2L,
                        "partner-move", 5L,
                        "person", 3L,
                        "certification", 3L,
                        "reference", 2L,
                        "channel-opening", 2L));

        var job = imported(other, exported, "");

        assertThat(errors(other, job)).isEmpty();
        assertThat(exported(other)).isEqualTo(exported);
        assertThat(imported(other, exported, "").getMap("summary"))
                .isEqualTo(Map.of("unchanged", (int) exported.lines().count()));
        for (var path : List.of(
                "/price-books",
                "/prices",
                "/prices/" + seat,
                "/playbooks",
                "/partner-roles",
                "/partners",
                "/partners/" + partner + "/moves",
                "/partners/" + partner + "/persons",
                "/partners/" + partner + "/certifications",
                "/partners/" + partner + "/references",
                "/products/" + product + "/channel-openings")) {
            assertThat(things(other, path)).as(path).isEqualTo(things(sales, path));
        }
        other.get("/search?q=pain&kind=playbook").then().body("items", hasSize(3));
        other.get("/search?q=Alpenland&kind=partner").then().body("items.id", hasItem(partner));
    }

    @Test
    void shouldQuoteElsewhereWhatItQuotedHere() {
        prices();
        var recorded = sales.get("/prices/" + seat).jsonPath().getString("recordedFrom");
        imported(other, exported(sales), "");
        for (var more : List.of("", ", \"country\": \"DE\"", ", \"country\": \"DE\", \"asOf\": \"" + recorded + "\"")) {
            assertThat(quote(other, more))
                    .as(more)
                    .isEqualTo(quote(sales, more))
                    .contains("PRICED");
        }
    }

    @Test
    void shouldAddWhatWasRecordedSince() {
        prices();
        imported(other, exported(sales), "");
        change("/price-books/" + germany + "/adjustments", "{\"percent\": -7}");
        change("/prices/" + seat + "/corrections", "{\"terms\": {\"model\": \"PER_UNIT\", \"amount\": \"9\"}}");
        var later = exported(sales);

        var job = imported(other, later, "");

        assertThat(errors(other, job)).isEmpty();
        assertThat(job.getLong("summary.changed")).isEqualTo(2);
        assertThat(exported(other)).isEqualTo(later);
        change("/prices/" + seat + "/withdrawals", "");
        assertThat(imported(other, exported(sales), "").getLong("summary.changed"))
                .isEqualTo(1);
        other.get("/prices/" + seat).then().statusCode(404);
    }

    @Test
    void shouldTellOfWhatItBrings() {
        prices();
        channel();
        imported(other, exported(sales), "");
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Topic.records(PriceBookChanged.TYPE.topic(), other.tenant()))
                    .hasSize(3);
            // Those that stand and are made here: neither list prices nor what was withdrawn.
            assertThat(Topic.records(PriceChanged.TYPE.topic(), other.tenant())).hasSize(3);
            assertThat(Topic.records(PlaybookChanged.TYPE.topic(), other.tenant()))
                    .hasSize(3);
            assertThat(Topic.records(PartnerChanged.TYPE.topic(), other.tenant()))
                    .hasSize(2);
        });
    }

    @Test
    void shouldRefuseRowsByThemselves() {
        prices();
        channel();
        var exported = exported(sales);
        var bad = String.join(
                "\n",
                row(exported, "price-book", "\"germany\"").replace("\"country\":\"DE\"", "\"country\":\"FR\""),
                row(exported, "price", seat).replace(seat, UNKNOWN),
                row(exported, "price", seat).replace(plan, UNKNOWN),
                row(exported, "price", seat).replace("PER_UNIT", "PACKAGE"),
                row(exported, "playbook", "\"DRAFT\"").replace(product, UNKNOWN),
                row(exported, "playbook", "\"PUBLISHED\"").replace("Show the change", "Show more"),
                row(exported, "partner-role", "INTEGRATOR").replace("\"sells\":true", "\"sells\":false"),
                row(exported, "partner", "\"ACTIVE\"").replace("RESELLER", "NOBODY"),
                row(exported, "partner", "\"ACTIVE\"").replace("\"status\":\"ACTIVE\"", "\"status\":\"ENDED\""),
                row(exported, "person", partner)
                        .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UNKNOWN + "\"")
                        .replace(partner, UNKNOWN),
                row(exported, "certification", "").replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UNKNOWN + "\""),
                row(exported, "reference", "").replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UNKNOWN + "\""),
                row(exported, "channel-opening", "\"closing\":null")
                        .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UNKNOWN + "\""),
                row(exported, "certification", "")
                        .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UNKNOWN + "\"")
                        .replaceFirst("\"passedOn\":\"2026", "\"passedOn\":\"2126"),
                row(exported, "reference", "confirmedOn")
                        .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UNKNOWN + "\"")
                        .replaceFirst("\"confirmedOn\":\"2026", "\"confirmedOn\":\"2126"),
                row(exported, "partner", "PROSPECT").replace("Alpenland IT", "Alpenland AG"));

        var job = imported(sales, bad, "");

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(errors(sales, job))
                .containsExactly(
                        "1 /row import-fixed",
                        "2 /row price-overlap",
                        "3 /row import-fixed",
                        "4 /row/revisions/0/terms/packageSize value-missing",
                        "5 /row import-fixed",
                        "6 /row playbook-published",
                        "7 /row import-fixed",
                        "8 /row/content/role partner-role-unknown",
                        "9 /row import-fixed",
                        "10 /row/partnerId partner-unknown",
                        "11 /row certification-exists",
                        "12 /row reference-exists",
                        "13 /row channel-open",
                        "14 /row/passedOn date-in-future",
                        "15 /row/confirmation/confirmedOn date-in-future");
        assertThat(job.getMap("summary")).isEqualTo(Map.of("changed", 1));
        sales.get("/partners").then().body("items.name", hasItem("Alpenland AG"));
    }

    /** A plan in its second version; a book, its child and a retired one; prices ended, corrected and withdrawn. */
    private void prices() {
        product = sales.product();
        plan = sales.plan(product);
        sales.advance("/plans/" + plan, "publications").then().statusCode(200);
        sales.http().post("/plans/" + plan + "/versions").then().statusCode(201);
        var etag = sales.get("/plans/" + plan).header("ETag").replace("\"", "");
        sales.patch("/plans/" + plan + "/versions/2", etag, "{\"price\": {\"amount\": \"59.00\"}}")
                .then()
                .statusCode(200);
        sales.advance("/plans/" + plan, "publications").then().statusCode(200);
        germany = created("/price-books", "{\"key\": \"germany\", \"country\": \"DE\", \"percent\": 3}");
        change("/price-books/" + germany + "/adjustments", "{\"percent\": 4.5}");
        change("/price-books/" + germany + "/adjustments", "{\"percent\": 5, \"from\": \"2026-07-01\"}");
        created("/price-books", """
                {"key": "gold", "country": "DE", "channel": "PARTNER", "partnerTier": "gold", "parentId": "%s",
                 "percent": -10, "zone": "Europe/Berlin"}""".formatted(germany));
        var old = created("/price-books", "{\"key\": \"old\", \"country\": \"AT\"}");
        change("/price-books/" + old + "/retirements", "");
        seat = price(
                "seat",
                "\"minimumCharge\": \"20.00\", \"billing\": \"IN_ARREARS\",",
                "{\"model\": \"PER_UNIT\", \"amount\": \"7.50\"}");
        change("/prices/" + seat + "/corrections", "{\"terms\": {\"model\": \"PER_UNIT\", \"amount\": \"8\"}}");
        change("/prices/" + seat + "/ends", "{\"validTo\": \"2098-01-01\"}");
        price("api-calls", "\"priceBookId\": \"%s\", \"minimumQuantity\": \"0.5\",".formatted(germany), """
                {"model": "USAGE", "metric": "calls", "rating": "GRADUATED", "aggregation": "MAX",
                 "tiers": [{"upTo": "100", "unitPrice": "0.10"}, {"unitPrice": "0.05", "flatFee": "1"}]}""");
        change("/prices/" + price("setup", "", "{\"model\": \"FLAT\", \"amount\": \"100\"}") + "/withdrawals", "");
        price("setup", "", "{\"model\": \"FLAT\", \"amount\": \"90\"}");
    }

    /** A playbook in three versions; a partner with people who know it, and one only found; the channel opened twice. */
    private void channel() {
        var playbook = channel.publishedPlaybook(product);
        partner = channel.active(playbook);
        var next = channel.nextVersion(playbook);
        sales.post("/playbooks/" + next + "/versions", "").then().statusCode(201);
        var person = channel.person(partner);
        channel.certify(partner, person, next);
        sales.advance("/partners/" + partner + "/persons/" + person, "departures")
                .then()
                .statusCode(200);
        sales.advance("/partners/" + partner, "suspensions", "{\"reason\": \"A pause\"}")
                .then()
                .statusCode(200);
        channel.certify(partner, channel.person(partner), next);
        channel.activate(partner);
        sales.post("/partner-roles", "{\"key\": \"INTEGRATOR\", \"name\": \"Integrator\", \"sells\": true}")
                .then()
                .statusCode(201);
        channel.prospect();
        var reference = channel.reference(partner);
        channel.reference(partner);
        sales.advance(
                        "/partners/" + partner + "/references/" + reference,
                        "confirmations",
                        "{\"confirmedBy\": \"Lena Moser\", \"confirmedOn\": \"2026-03-11\"}")
                .then()
                .statusCode(200);
        var openings = "/products/" + product + "/channel-openings";
        var first = created(openings, "{\"waiver\": \"A pilot\"}");
        sales.advance(openings + "/" + first, "closings", "{\"reason\": \"It is over\"}")
                .then()
                .statusCode(200);
        created(openings, "{\"waiver\": \"Another pilot\"}");
    }

    private String price(String component, String more, String terms) {
        return created("/prices", """
                {"planId": "%s", "component": "%s", %s "currency": "EUR", "validFrom": "2026-01-01", "terms": %s}""".formatted(plan, component, more, terms));
    }

    private String created(String path, String body) {
        return sales.post(path, body).then().statusCode(201).extract().path("id");
    }

    private void change(String path, String body) {
        var thing = path.substring(0, path.lastIndexOf('/'));
        sales.advance(thing, path.substring(thing.length() + 1), body).then().statusCode(200);
    }

    private String quote(Caller caller, String more) {
        var answer = caller.post("/price-quotes", """
                {"planId": "%s", "currency": "EUR", "quantity": "3", "usage": {"calls": "150"},
                 "date": "2026-06-15"%s}""".formatted(plan, more));
        // What it rests on was recorded here and there at different times.
        return answer.asString().replaceAll("\"asOf\":\"[^\"]+\",?", "");
    }

    /** A collection or a thing without the versions, which count the changes made here. */
    private static String things(Caller caller, String path) {
        return caller.get(path).then().statusCode(200).extract().asString().replaceAll("\"version\":\\d+,", "");
    }

    private static String row(String exported, String type, String having) {
        return exported.lines()
                .filter(line -> line.startsWith("{\"type\":\"" + type + "\"") && line.contains(having))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Long> types(String exported) {
        return exported.lines()
                .map(line -> line.replaceAll("^\\{\"type\":\"([^\"]+)\".*", "$1"))
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
    }
}
