package dev.rivulet.catalog.price;

import static java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PriceBookResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldAddAndReadABook() {
        var parent = add("\"key\": \"partners\", \"channel\": \"PARTNER\"").<String>path("id");
        var created = add("\"key\": \"gold\", \"channel\": \"PARTNER\", \"partnerTier\": \"gold\", \"country\": \"DE\","
                + " \"currency\": \"EUR\", \"parentId\": \"" + parent + "\", \"percent\": \"-12.5\","
                + " \"zone\": \"Europe/Berlin\"");
        created.then().statusCode(201).header("ETag", "\"0\"");
        sales.inRole("ops")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_USE"))
                .body("parentId", equalTo(parent))
                .body("specificity", equalTo(15))
                .body("adjustments.percent", contains("-12.5"))
                .body("adjustments[0].from", nullValue())
                .body("zone", equalTo("Europe/Berlin"));
        sales.get("/price-books").then().body("items.key", contains("partners", "gold"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"currency\": null",
                "\"currency\": \"EUR\"",
                "\"country\": \"DE\"",
                "\"channel\": \"DIRECT\"",
                "\"channel\": \"PARTNER\", \"partnerTier\": \"gold\", \"country\": \"DE\", \"currency\": \"EUR\""
            })
    void shouldRefuseTwoBooksForTheSameBuyers(String audience) {
        var first = add("\"key\": \"one\", " + audience).<String>path("id");
        var second = add("\"key\": \"two\", " + audience);
        second.then().statusCode(409).body("code", equalTo("price-book-tie"));
        assertThat(second.<String>path("detail")).contains(first);
        add("\"key\": \"three\", \"segmentId\": \"" + sales.segment() + "\", " + audience)
                .then()
                .statusCode(201);
        assertThatThrownBy(
                        () -> Sql.run("INSERT INTO price_book SELECT tenant_id, gen_random_uuid(), 0, 'four', currency,"
                                + " country, channel, segment_id, partner_tier, parent_id, depth, zone, created_at, recorded_from"
                                + " FROM price_book WHERE id = '" + first + "'"))
                .rootCause()
                .hasMessageContaining("price_book_audience");
    }

    @Test
    void shouldLetOneOfManySimultaneousTiesThrough() throws Exception {
        Callable<Integer> add = () -> add("\"key\": \"k-" + UUID.randomUUID() + "\", \"country\": \"DE\"")
                .statusCode();
        try (var callers = newVirtualThreadPerTaskExecutor()) {
            var statuses = callers
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> add).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).contains(409).hasSize(8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"key\": \"A b\" | 400 | /key | key-format",
                "\"key\": null | 400 | /key | value-missing",
                "\"key\": \"a\", \"currency\": \"EURO\" | 400 | /currency | currency-unknown",
                "\"key\": \"a\", \"country\": \"UK\" | 400 | /country | country-unknown",
                "\"key\": \"a\", \"country\": \"de\" | 400 | /country | country-unknown",
                "\"key\": \"a\", \"channel\": \"DOOR\" | 400 | /channel | value-invalid",
                "\"key\": \"a\", \"partnerTier\": \"gold\" | 400 | /partnerTier | partner-tier-channel",
                "\"key\": \"a\", \"partnerTier\": \"gold\", \"channel\": \"DIRECT\" | 400 | /partnerTier | partner-tier-channel",
                "\"key\": \"a\", \"percent\": -100 | 400 | /percent | percent-range",
                "\"key\": \"a\", \"percent\": \"1000.1\" | 400 | /percent | percent-range",
                "\"key\": \"a\", \"percent\": \"0.00001\" | 400 | /percent | percent-range",
                "\"key\": \"a\", \"zone\": \"Mars/Base\" | 400 | /zone | zone-unknown",
                "\"key\": \"a\", \"segmentId\": \"019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f\" | 422 | /segmentId | segment-unknown",
                "\"key\": \"a\", \"parentId\": \"019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f\" | 422 | /parentId | price-book-unknown",
                "\"key\": \"a\", \"colour\": \"red\" | 400 | /colour | unknown-property"
            })
    void shouldRefuseABookThatIsNone(String fields, int status, String pointer, String code) {
        add(fields)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseAKeyTwice() {
        add("\"key\": \"one\", \"country\": \"DE\"").then().statusCode(201);
        add("\"key\": \"one\", \"country\": \"AT\"").then().statusCode(409).body("code", equalTo("key-taken"));
    }

    @Test
    void shouldKeepLinesOfBooksShortAndInOneCurrency() {
        var parent = add("\"key\": \"b1\", \"currency\": \"EUR\"").<String>path("id");
        add("\"key\": \"usd\", \"currency\": \"USD\", \"parentId\": \"" + parent + "\"")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("price-book-currency"));
        for (var country : List.of("AT", "BE", "CZ", "DE", "DK", "ES", "FI")) {
            parent = add("\"key\": \"in-" + country.toLowerCase(Locale.ROOT) + "\", \"country\": \"" + country
                            + "\", \"parentId\": \"" + parent + "\"")
                    .path("id");
        }
        add("\"key\": \"in-fr\", \"country\": \"FR\", \"parentId\": \"" + parent + "\"")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("price-book-depth"));
    }

    @Test
    void shouldSetPercentagesByDay() {
        var path = "/price-books/" + add("\"key\": \"one\", \"percent\": 5").path("id");
        adjust(path, "0", "{\"percent\": 7, \"from\": \"2026-07-01\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        adjust(path, "1", "{\"percent\": 8, \"from\": \"2026-07-01\"}").then().statusCode(200);
        adjust(path, "2", "{\"percent\": 6}")
                .then()
                .statusCode(200)
                .body("adjustments.percent", contains("6", "8"))
                .body("adjustments.from", contains(null, "2026-07-01"));
        adjust(path, "2", "{\"percent\": 6}").then().statusCode(412);
        adjust(path, "3", "{\"percent\": -100}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("percent-range"));
        adjust(path, "3", "{}").then().statusCode(400).body("errors[0].code", equalTo("value-missing"));
        sales.post(path + "/adjustments", "{\"percent\": 6}").then().statusCode(428);
    }

    @Test
    void shouldRetireAnEmptyBookForGood() {
        var till = Till.open(sales, "49.00");
        var id = till.book("\"key\": \"one\", \"country\": \"DE\"");
        var path = "/price-books/" + id;
        var child = till.book("\"key\": \"two\", \"country\": \"AT\", \"parentId\": \"" + id + "\"");
        sales.advance(path, "retirements").then().statusCode(409).body("code", equalTo("price-book-parent"));
        sales.advance("/price-books/" + child, "retirements").then().statusCode(200);
        var price = till.price("base", id, "{\"model\": \"FLAT\", \"amount\": 1}");
        sales.advance(path, "retirements").then().statusCode(409).body("code", equalTo("price-book-not-empty"));
        till.change("/prices/" + price + "/withdrawals", "").then().statusCode(200);
        sales.advance(path, "retirements")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETIRED"))
                .body("retiredAt", notNullValue());
        sales.advance(path, "retirements").then().statusCode(409).body("code", equalTo("price-book-retired"));
        adjust(path, "1", "{\"percent\": 6}").then().statusCode(409).body("code", equalTo("price-book-retired"));
        till.post("base", id, "{\"model\": \"FLAT\", \"amount\": 1}", "\"validFrom\": \"2026-01-01\"")
                .then()
                .statusCode(422);
        // Its buyers are free for another book.
        till.book("\"key\": \"three\", \"country\": \"DE\"");
    }

    @Test
    void shouldReadABookAsItWasRecorded() {
        var till = Till.open(sales, "49.00");
        var before = till.quote("").getString("asOf");
        var id = till.book("\"key\": \"one\", \"country\": \"DE\", \"percent\": -5");
        var path = "/price-books/" + id;
        var added = till.quote("").getString("asOf");
        till.change(path + "/adjustments", "{\"percent\": -7}").then().statusCode(200);
        var adjusted = till.quote("").getString("asOf");
        sales.advance(path, "retirements").then().statusCode(200);

        sales.get(path).then().body("status", equalTo("RETIRED"));
        sales.get(path + "?asOf=" + adjusted)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_USE"))
                .body("retiredAt", nullValue())
                .body("adjustments.percent", equalTo(List.of("-7")));
        sales.get("/price-books?asOf=" + added)
                .then()
                .statusCode(200)
                .body("items.adjustments.percent", equalTo(List.of(List.of("-5"))));
        sales.get("/price-books?asOf=" + before).then().statusCode(200).body("items", hasSize(0));
        sales.get(path + "?asOf=" + before).then().statusCode(404);
        for (var list : List.of(path, "/price-books", "/prices")) {
            sales.get(list + "?asOf=9999-01-01T00:00:00Z")
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("as-of-future"))
                    .body("errors[0].pointer", equalTo("?asOf"));
        }
    }

    @Test
    void shouldHideOtherTenantsBooks() {
        var path = "/price-books/" + add("\"key\": \"one\"").path("id");
        var stranger = Caller.as("admin");
        stranger.get(path).then().statusCode(404);
        stranger.get("/price-books").then().body("items", hasSize(0));
        for (var change : new String[] {"/adjustments", "/retirements"}) {
            stranger.http()
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body("{\"percent\": 1}")
                    .post(path + change)
                    .then()
                    .statusCode(404);
        }
    }

    private io.restassured.response.Response add(String fields) {
        return sales.post("/price-books", "{" + fields + "}");
    }

    private io.restassured.response.Response adjust(String path, String version, String body) {
        return sales.http()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(path + "/adjustments");
    }
}
