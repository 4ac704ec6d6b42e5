package dev.rivulet.catalog.price;

import static java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PriceResourceTest {

    private static final String FLAT = "{\"model\": \"FLAT\", \"amount\": \"45.00\"}";
    private static final String FROM = "\"validFrom\": \"2026-01-01\"";

    private Till till;

    @BeforeEach
    void open() {
        till = Till.open();
    }

    @Test
    void shouldRecordAndReadAPrice() {
        var book = till.book("\"key\": \"germany\", \"country\": \"DE\"");
        var created = till.post(
                "seat",
                book,
                """
                {"model": "GRADUATED", "tiers": [{"upTo": 10, "unitPrice": "9.90"}, {"unitPrice": 0, "flatFee": 5}]}""",
                FROM + ", \"validTo\": \"2027-01-01\", \"minimumQuantity\": 1, \"maximumQuantity\": \"500\"");
        created.then().statusCode(201).header("ETag", "\"0\"");
        till.sales()
                .inRole("billing")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("planId", equalTo(till.plan()))
                .body("productId", equalTo(till.product()))
                .body("priceBookId", equalTo(book))
                .body("terms.tiers[0].upTo", equalTo("10"))
                .body("terms.tiers[1].upTo", nullValue())
                .body("terms.tiers[1].flatFee", equalTo("5"))
                .body("validTo", equalTo("2027-01-01"))
                .body("minimumQuantity", equalTo("1"))
                .body("recordedTo", nullValue());
    }

    @Test
    void shouldKeepWhatIsBilledAtLeastAndWhen() {
        var seat = till.post(
                "seat",
                null,
                "{\"model\": \"PER_UNIT\", \"amount\": 9}",
                FROM + ", \"minimumCharge\": \"25.50\", \"billing\": \"IN_ARREARS\"");
        seat.then().statusCode(201).body("minimumCharge", equalTo("25.50")).body("billing", equalTo("IN_ARREARS"));
        var path = "/prices/" + seat.path("id");
        var then = till.quote("").getString("asOf");
        assertThat(till.quote("").getList("lines.minimumCharge")).containsExactly(null, "25.50");

        till.change(path + "/corrections", "{\"terms\": {\"model\": \"PER_UNIT\", \"amount\": 8}}")
                .then()
                .statusCode(200)
                .body("minimumCharge", equalTo("25.50"))
                .body("billing", equalTo("IN_ARREARS"));
        till.change(
                        path + "/corrections",
                        "{\"terms\": {\"model\": \"PER_UNIT\", \"amount\": 8}, \"minimumCharge\": 30, \"billing\": \"IN_ADVANCE\"}")
                .then()
                .statusCode(200)
                .body("minimumCharge", equalTo("30"))
                .body("billing", equalTo("IN_ADVANCE"));
        till.change(path + "/ends", "{\"validTo\": \"2030-01-01\"}")
                .then()
                .statusCode(200)
                .body("minimumCharge", equalTo("30"))
                .body("billing", equalTo("IN_ADVANCE"));
        till.sales()
                .get(path + "?asOf=" + then)
                .then()
                .body("minimumCharge", equalTo("25.50"))
                .body("billing", equalTo("IN_ARREARS"));
    }

    @Test
    void shouldSayHowUsageIsCountedAndNotBillItInAdvance() {
        var usage = "{\"model\": \"USAGE\", \"metric\": \"calls\", \"rating\": \"PER_UNIT\", \"amount\": 1%s}";
        var price = till.price("calls", null, usage.formatted(", \"aggregation\": \"MAX\""));
        till.sales().get("/prices/" + price).then().body("terms.aggregation", equalTo("MAX"));
        till.post("more-calls", null, usage.formatted(""), FROM + ", \"billing\": \"IN_ARREARS\"")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/billing"))
                .body("errors[0].code", equalTo("billing-metered"));
        till.post("more-calls", null, usage.formatted(", \"aggregation\": \"MEAN\""), FROM)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("value-invalid"));
        till.post("seat", null, FLAT, FROM + ", \"minimumCharge\": -1")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/minimumCharge"))
                .body("errors[0].code", equalTo("amount-negative"));
        till.post("seat", null, FLAT, FROM + ", \"minimumCharge\": \"1000000000000.01\"")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/minimumCharge"))
                .body("errors[0].code", equalTo("value-out-of-range"));
        var flat = till.post("seat", null, FLAT, FROM + ", \"billing\": \"IN_ARREARS\"");
        till.change("/prices/" + flat.path("id") + "/corrections", "{\"terms\": " + usage.formatted("") + "}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("billing-metered"));
    }

    @Test
    void shouldListByPlanAndBookPageByPage() {
        var book = till.book("\"key\": \"germany\", \"country\": \"DE\"");
        var inBook = till.price("seat", book, FLAT);
        var other = till.price("seat", null, FLAT);
        till.sales()
                .get("/prices?planId=" + till.plan() + "&priceBookId=" + book)
                .then()
                .body("items.id", contains(inBook));
        var first = till.sales().get("/prices?limit=2");
        first.then().body("items", hasSize(2)).body("items[0].planVersion", equalTo(1));
        till.sales()
                .get("/prices?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.id", contains(other))
                .body("nextCursor", nullValue());
        till.sales().get("/prices?nonsense=1").then().statusCode(400);
        till.sales().get("/prices?asOf=yesterday").then().statusCode(400);
        for (var never : List.of("-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z")) {
            till.sales()
                    .http()
                    .queryParam("asOf", never)
                    .get("/prices")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("?asOf"))
                    .body("errors[0].code", equalTo("value-out-of-range"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the same scope on a common day for a common quantity
                "base | \"validFrom\": \"2026-01-01\" | 409",
                "base | \"validFrom\": \"2026-05-31\" | 409",
                "base | \"validFrom\": \"2025-01-01\", \"validTo\": \"2026-03-02\" | 409",
                "base | \"validFrom\": \"2026-04-01\", \"minimumQuantity\": 100 | 409",
                // neighbours
                "base | \"validFrom\": \"2026-06-01\" | 201",
                "base | \"validFrom\": \"2025-01-01\", \"validTo\": \"2026-03-01\" | 201",
                "base | \"validFrom\": \"2026-03-01\", \"minimumQuantity\": \"100.000000001\" | 201",
                "seat | \"validFrom\": \"2026-03-01\" | 201"
            })
    void shouldRefuseTwoPricesForTheSame(String component, String more, int status) {
        var first = till.post(
                        "base",
                        null,
                        FLAT,
                        "\"validFrom\": \"2026-03-01\", \"validTo\": \"2026-06-01\", \"maximumQuantity\": 100")
                .path("id");
        var second = till.post(component, null, FLAT, more);
        second.then().statusCode(status);
        if (status == 409) {
            second.then().body("code", equalTo("price-overlap"));
            assertThat(second.<String>path("detail")).contains(first.toString());
        }
    }

    @Test
    void shouldHaveTheDatabaseRefuseThemToo() {
        var id = UUID.fromString(till.price("base", null, FLAT));
        assertThatThrownBy(
                        () -> Sql.run("INSERT INTO price SELECT tenant_id, gen_random_uuid(), 0, plan_id, product_id,"
                                + " plan_version, component, book_id, currency, valid_from + 10, valid_to, minimum_quantity,"
                                + " maximum_quantity, metric, terms, recorded_from, recorded_to FROM price WHERE id = '"
                                + id
                                + "'"))
                .rootCause()
                .hasMessageContaining("price_overlap");
    }

    @Test
    void shouldLetOneOfManySimultaneousPricesThrough() throws Exception {
        Callable<Integer> record = () -> till.post("seat", null, FLAT, FROM).statusCode();
        try (var callers = newVirtualThreadPerTaskExecutor()) {
            var statuses = callers
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> record).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(statuses).containsEntry(201, 1L).containsEntry(409, 7L).hasSize(2);
        }
    }

    @Test
    void shouldLetOneOfManySimultaneousChangesThrough() throws Exception {
        var path = "/prices/" + till.price("seat", null, FLAT);
        Callable<Integer> end = () -> till.sales()
                .http()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"validTo\": \"2099-01-01\"}")
                .post(path + "/ends")
                .statusCode();
        try (var callers = newVirtualThreadPerTaskExecutor()) {
            var statuses = callers
                    .invokeAll(IntStream.range(0, 6).mapToObj(i -> end).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).contains(412);
        }
    }

    @Test
    void shouldGiveAPriceAnotherEnd() {
        var path = "/prices/" + till.price("base", null, FLAT);
        till.change(path + "/ends", "{\"validTo\": \"2098-01-01\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("validTo", equalTo("2098-01-01"));
        var next = till.post("base", null, "{\"model\": \"FLAT\", \"amount\": \"50\"}", "\"validFrom\": \"2098-01-01\"")
                .path("id");
        assertThat(till.total("\"date\": \"2097-12-31\"")).isEqualTo("45.00");
        assertThat(till.total("\"date\": \"2098-01-01\"")).isEqualTo("50.00");
        var intoTheNext = till.change(path + "/ends", "{\"validTo\": null}");
        intoTheNext.then().statusCode(409).body("code", equalTo("price-overlap"));
        assertThat(intoTheNext.<String>path("detail")).contains(next.toString());
        till.change(path + "/ends", "{\"validTo\": \"2026-01-01\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("validity-empty"));
    }

    @Test
    void shouldNotReviveAPriceThatEnded() {
        var id = till.post("base", null, FLAT, "\"validFrom\": \"2020-01-01\", \"validTo\": \"2021-01-01\"")
                .path("id");
        till.change("/prices/" + id + "/ends", "{\"validTo\": \"2099-01-01\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("price-ended"));
    }

    @Test
    void shouldWithdrawAPriceForGood() {
        var path = "/prices/" + till.price("base", null, FLAT);
        assertThat(till.total("")).isEqualTo("45.00");
        till.change(path + "/withdrawals", "").then().statusCode(200);
        till.sales().get(path).then().statusCode(404);
        assertThat(till.total("")).isEqualTo("49.00");
        till.price("base", null, FLAT);
    }

    @Test
    void shouldLeaveThePlansOwnPriceToThePlan() {
        String id = till.sales().get("/prices?planId=" + till.plan()).path("items[0].id");
        for (var change : List.of("ends", "withdrawals", "corrections")) {
            till.change(
                            "/prices/" + id + "/" + change,
                            change.equals("corrections") ? "{\"terms\": " + FLAT + "}" : "{}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("price-of-plan"));
        }
    }

    @Test
    void shouldWantTheVersionAChangeIsDecidedOn() {
        var path = "/prices/" + till.price("base", null, FLAT) + "/ends";
        till.sales().post(path, "{}").then().statusCode(428);
        till.sales()
                .http()
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .body("{}")
                .post(path)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\": \"FLAT\"} | /terms/amount | value-missing",
                "{\"model\": \"FLAT\", \"amount\": -1} | /terms/amount | amount-negative",
                "{\"model\": \"FLAT\", \"amount\": 1e13} | /terms/amount | value-out-of-range",
                "{\"model\": \"FLAT\", \"amount\": \"1,5\"} | /terms/amount | decimal-format",
                "{\"model\": \"FLAT\", \"amount\": 1, \"tiers\": []} | /terms/tiers | terms-foreign",
                "{\"model\": \"FLAT\", \"amount\": 1, \"metric\": \"calls\"} | /terms/metric | terms-foreign",
                "{\"model\": \"GRADUATED\"} | /terms/tiers | value-missing",
                "{\"model\": \"GRADUATED\", \"tiers\": []} | /terms/tiers | value-missing",
                "{\"model\": \"VOLUME\", \"tiers\": [{\"upTo\": 5, \"unitPrice\": 1}]} | /terms/tiers/0/upTo | tiers-order",
                "{\"model\": \"VOLUME\", \"tiers\": [{\"upTo\": 0, \"unitPrice\": 1}, {\"unitPrice\": 1}]} | /terms/tiers/0/upTo | tiers-order",
                "{\"model\": \"VOLUME\", \"tiers\": [{\"unitPrice\": 1}, {\"unitPrice\": 1}]} | /terms/tiers/0/upTo | tiers-order",
                "{\"model\": \"VOLUME\", \"tiers\": [{\"upTo\": 5, \"unitPrice\": 1}, {\"upTo\": 5, \"unitPrice\": 1}, {\"unitPrice\": 1}]} | /terms/tiers/1/upTo | tiers-order",
                "{\"model\": \"VOLUME\", \"tiers\": [{}]} | /terms/tiers/0/unitPrice | value-missing",
                "{\"model\": \"VOLUME\", \"tiers\": [{\"unitPrice\": -1}]} | /terms/tiers/0/unitPrice | amount-negative",
                "{\"model\": \"PACKAGE\", \"amount\": 1} | /terms/packageSize | value-missing",
                "{\"model\": \"PACKAGE\", \"amount\": 1, \"packageSize\": 0} | /terms/packageSize | package-size",
                "{\"model\": \"PACKAGE\", \"amount\": 1, \"packageSize\": 9, \"freeQuantity\": -1} | /terms/freeQuantity | amount-negative",
                "{\"model\": \"PER_UNIT\", \"amount\": 1, \"freeQuantity\": 1} | /terms/freeQuantity | terms-foreign",
                "{\"model\": \"FLAT\", \"amount\": 1, \"maximumAmount\": 1} | /terms/maximumAmount | terms-foreign",
                "{\"model\": \"PER_UNIT\", \"amount\": 1, \"maximumAmount\": -1} | /terms/maximumAmount | amount-negative",
                "{\"model\": \"PERCENTAGE\", \"percent\": 1} | /terms/metric | value-missing",
                "{\"model\": \"PERCENTAGE\", \"metric\": \"payments\"} | /terms/percent | value-missing",
                "{\"model\": \"USAGE\", \"metric\": \"calls\"} | /terms/rating | value-missing",
                "{\"model\": \"USAGE\", \"metric\": \"calls\", \"rating\": \"FLAT\"} | /terms/rating | rating-kind",
                "{\"model\": \"USAGE\", \"rating\": \"PER_UNIT\", \"amount\": 1} | /terms/metric | value-missing",
                "{\"model\": \"USAGE\", \"metric\": \"A b\", \"rating\": \"PER_UNIT\", \"amount\": 1} | /terms/metric | key-format",
                "{\"model\": \"USAGE\", \"metric\": \"calls\", \"rating\": \"VOLUME\", \"amount\": 1} | /terms/amount | terms-foreign",
                "{\"model\": \"FLAT\", \"amount\": 1, \"aggregation\": \"SUM\"} | /terms/aggregation | terms-foreign",
                "{\"model\": \"BARGAIN\"} | /terms/model | value-invalid",
                "{} | /terms/model | value-missing",
                "{\"model\": \"FLAT\", \"amount\": 1, \"colour\": \"red\"} | /terms/colour | unknown-property"
            })
    void shouldRefuseTermsThatAreNone(String terms, String pointer, String code) {
        till.post("base", null, terms, FROM)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseALeastThatIsMoreThanTheMost() {
        var capped = "{\"model\": \"PER_UNIT\", \"amount\": 1, \"maximumAmount\": \"60\"}";
        till.post("part", null, capped, FROM + ", \"minimumCharge\": \"60.01\"")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/minimumCharge"))
                .body("errors[0].code", equalTo("minimum-above-maximum"));
        till.post("part", null, capped, FROM + ", \"minimumCharge\": \"60\"")
                .then()
                .statusCode(201)
                .body("terms.maximumAmount", equalTo("60"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"validFrom\": null | 400 | /validFrom | value-missing",
                "\"validFrom\": \"2026-01-01\", \"validTo\": \"2026-01-01\" | 400 | /validTo | validity-empty",
                "\"validFrom\": \"2026-01-01\", \"minimumQuantity\": 5, \"maximumQuantity\": 4 | 400 | /maximumQuantity | quantity-order",
                "\"validFrom\": \"2026-01-01\", \"minimumQuantity\": -5 | 400 | /minimumQuantity | quantity-range"
            })
    void shouldRefuseAPriceThatNeverHolds(String more, int status, String pointer, String code) {
        till.post("base", null, FLAT, more)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldReferOnlyToWhatIsThere() {
        till.post("base", UUID.randomUUID().toString(), FLAT, FROM)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("price-book-unknown"));
        new Till(till.sales(), "", UUID.randomUUID().toString())
                .post("base", null, FLAT, FROM)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("plan-unknown"));
        var dollars = till.book("\"key\": \"dollars\", \"currency\": \"USD\"");
        till.post("base", dollars, FLAT, FROM)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("price-book-currency"));
    }

    @Test
    void shouldHideOtherTenantsPrices() {
        var path = "/prices/" + till.price("base", null, FLAT);
        var stranger = Caller.as("admin");
        stranger.get(path).then().statusCode(404);
        for (var change : List.of("ends", "withdrawals", "corrections")) {
            stranger.http()
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body(change.equals("corrections") ? "{\"terms\": " + FLAT + "}" : "{}")
                    .post(path + "/" + change)
                    .then()
                    .statusCode(404);
        }
        stranger.get("/prices").then().statusCode(200).body("items", hasSize(0));
        till.sales().get("/prices").then().body("items.id", hasItem(path.substring("/prices/".length())));
        till.sales().get("/prices").then().body("items.id", not(hasItem((Object) null)));
    }

    @Test
    void shouldRecordOncePerIdempotencyKey() {
        var body = """
                {"planId": "%s", "currency": "EUR", "terms": %s, %s}""".formatted(till.plan(), FLAT, FROM);
        var key = UUID.randomUUID().toString();
        var ids = IntStream.range(0, 2)
                .mapToObj(i -> till.sales()
                        .http()
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(body)
                        .post("/prices")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .distinct();
        assertThat(ids).hasSize(1);
    }
}
