package dev.rivulet.subscription.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.domain.Aggregation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UsageTest {

    private static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");
    private static final String MARCH = "from=2025-03-01&to=2025-04-01";

    @Inject
    Counting counting;

    private final Shop shop = Shop.live();
    private final Meter meter = new Meter(shop);

    private String usage(UUID account, String query) {
        return "/accounts/" + account + "/usage?metric=calls&" + query;
    }

    @Test
    void shouldCountEachEventOnceForAllAggregations() {
        var account = shop.account();
        var records = new ArrayList<ProducerRecord<String, String>>();
        for (var i = 0; i < 300; i++) {
            var event = meter.event("e" + i, account, "u" + i % 7, i == 17 ? "9.5" : "0.25", NOON.minusSeconds(i));
            records.add(event);
            records.add(event);
        }
        Meter.send(records);
        Meter.send(records);
        // What comes behind the copies on the same partition shows that they have been handled.
        Meter.send(meter.event("last", account, "u7", "1", NOON.plusSeconds(1)));

        meter.eventually(usage(account, MARCH), usage -> {
            assertThat(usage.path("zone").asText()).isEqualTo("Europe/Berlin");
            assertThat(usage.path("items")).hasSize(1);
            var day = usage.at("/items/0");
            assertThat(day.path("from").asText()).isEqualTo("2025-03-10");
            assertThat(day.path("to").asText()).isEqualTo("2025-03-11");
            assertThat(day.path("sum").asText()).isEqualTo("85.25");
            assertThat(day.path("count").asLong()).isEqualTo(301);
            assertThat(day.path("max").asText()).isEqualTo("9.5");
            assertThat(day.path("unique").asLong()).isEqualTo(8);
            assertThat(day.path("last").asText()).isEqualTo("1");
        });
        assertThat(counting.told(account))
                .isNotEmpty()
                .hasSizeLessThan(20)
                .allMatch(grew -> grew.metric().equals("calls"));
    }

    @Test
    void shouldKeepApartWhatContradictsAnEventCounted() {
        var account = shop.account();
        var other = shop.account();
        Meter.send(
                meter.event("e", account, "u", "5", NOON),
                meter.event("e", account, "u", "50", NOON),
                meter.event("e", account, "u", "50", NOON),
                meter.event("e", account, "u", "5.0", NOON));
        meter.eventually(
                "/usage-conflicts", page -> assertThat(page.path("items")).hasSize(1));
        Meter.send(meter.event("e", other, "u", "5", NOON), meter.event("f", other, "u", "1", NOON));

        meter.eventually("/usage-conflicts", page -> {
            assertThat(page.path("items")).hasSize(2);
            var first = page.at("/items/0");
            assertThat(first.path("source").asText()).isEqualTo("/test");
            assertThat(first.path("eventId").asText()).isEqualTo("e");
            assertThat(first.at("/refused/quantity").asText()).isEqualTo("50");
            assertThat(first.at("/counted/quantity").asText()).isEqualTo("5");
            assertThat(page.at("/items/1/refused/accountId").asText()).isEqualTo(other.toString());
            assertThat(page.at("/items/1/counted/accountId").asText()).isEqualTo(account.toString());
        });
        meter.eventually(
                usage(other, MARCH),
                usage -> assertThat(usage.at("/items/0/sum").asText()).isEqualTo("1"));
        assertThat(meter.usage(account, MARCH).at("/items/0/sum").asText()).isEqualTo("5");
        assertThat(meter.get("/usage-conflicts?accountId=" + other).path("items"))
                .hasSize(1);
        var page = meter.get("/usage-conflicts?limit=1");
        assertThat(page.path("items")).hasSize(1);
        assertThat(meter.get("/usage-conflicts?limit=1&cursor="
                                + page.path("nextCursor").asText())
                        .at("/items/0/refused/accountId")
                        .asText())
                .isEqualTo(other.toString());
    }

    @Test
    void shouldKeepTenantsApartInOneBatch() {
        var others = new Meter(Shop.live());
        var mine = shop.account();
        var theirs = others.shop().account();
        var records = new ArrayList<ProducerRecord<String, String>>();
        for (var i = 0; i < 50; i++) {
            records.add(meter.event("e" + i, mine, "u", "1", NOON));
            records.add(others.event("e" + i, theirs, "u", "2", NOON));
            // Another tenant's account is one that is not known.
            records.add(others.event("x" + i, mine, "u", "100", NOON));
        }
        Meter.send(records);

        meter.eventually(
                usage(mine, MARCH),
                usage -> assertThat(usage.at("/items/0/sum").asText()).isEqualTo("50"));
        others.eventually(
                usage(theirs, MARCH),
                usage -> assertThat(usage.at("/items/0/sum").asText()).isEqualTo("100"));
        others.shop().as("admin").get(usage(mine, MARCH)).then().statusCode(404).body("code", equalTo("not-found"));
        others.shop().as("admin").get("/usage-conflicts").then().body("items", hasSize(0));
        assertThat(Sql.number(
                        "SELECT sum(events) FROM usage_day WHERE tenant_id = ? AND account_id = ?", shop.tenant, mine))
                .isEqualTo(50);
    }

    @Test
    void shouldParkWhatCannotBeCountedAndCountTheRest() {
        var account = shop.account();
        var bad = UUID.randomUUID();
        Meter.send(
                meter.event("a", account, "u", "1", NOON),
                meter.record("b", bad, "{\"accountId\":\"" + bad + "\",\"quantity\":\"many\"}"),
                meter.event("c", bad, "u", "1e40", NOON),
                meter.event("d", account, "u", "2", NOON));

        meter.eventually(
                usage(account, MARCH),
                usage -> assertThat(usage.at("/items/0/sum").asText()).isEqualTo("3"));
        shop.as("ops").get("/dead-letters").then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void shouldCountUsageThatComesBeforeItsAccountOnItsOwnDays() {
        var account = UUID.randomUUID();
        Meter.send(meter.event("e", account, "u", "3", Instant.parse("2025-02-28T12:00:00Z")));
        shop.as("billing").get(usage(account, MARCH)).then().statusCode(404);
        var known = shop.account();
        Meter.send(meter.event("f", known, "u", "1", NOON));
        meter.eventually(
                usage(known, MARCH), usage -> assertThat(usage.path("items")).hasSize(1));

        Counting.open(account, known, "Pacific/Kiritimati");

        meter.eventually(usage(account, MARCH), usage -> {
            assertThat(usage.path("items")).hasSize(1);
            assertThat(usage.at("/items/0/from").asText()).isEqualTo("2025-03-01");
            assertThat(usage.at("/items/0/sum").asText()).isEqualTo("3");
        });
        assertThat(meter.usage(account, "from=2025-02-01&to=2025-03-01").path("items"))
                .isEmpty();
    }

    /** KB-044: nine points around a change of summer time split 3 / 4 / 2. */
    @Test
    void shouldSplitPeriodsAtLocalMidnights() {
        var account = shop.account("America/New_York", "USD");
        var zone = ZoneId.of("America/New_York");
        var records = new ArrayList<ProducerRecord<String, String>>();
        for (var point : List.of(
                "2023-03-01T04:00",
                "2023-03-15T00:00",
                "2023-03-31T23:59",
                "2023-04-01T00:00",
                "2023-04-01T00:01",
                "2023-04-15T00:00",
                "2023-04-30T23:59",
                "2023-05-01T00:00",
                "2023-05-01T00:01")) {
            records.add(meter.event(
                    point,
                    account,
                    "u",
                    "1",
                    LocalDateTime.parse(point).atZone(zone).toInstant()));
        }
        Meter.send(records);

        meter.eventually(
                usage(account, "granularity=MONTH&from=2023-03-01&to=2023-06-01"),
                usage -> assertThat(usage.path("items"))
                        .extracting(item -> item.path("from").asText() + " "
                                + item.path("sum").asText())
                        .containsExactly("2023-03-01 3", "2023-04-01 4", "2023-05-01 2"));
        assertThat(counting.read(shop.tenant, account, Aggregation.SUM, "2023-04-01", "2023-05-01"))
                .isEqualTo(new Reading(java.math.BigDecimal.valueOf(4), 4));
    }

    /** KB-043: 199 in April, 350 in May up to and including the 16th. */
    @Test
    void shouldReadUpToAndIncludingTheDayOfCancellation() {
        var account = shop.account("UTC", "USD");
        Meter.send(
                meter.event("1", account, "u", "99", Instant.parse("2012-04-01T08:00:00Z")),
                meter.event("2", account, "u", "100", Instant.parse("2012-04-15T08:00:00Z")),
                meter.event("3", account, "u", "50", Instant.parse("2012-05-01T00:00:00Z")),
                meter.event("4", account, "u", "300", Instant.parse("2012-05-16T23:59:59Z")));

        meter.eventually(
                usage(account, "from=2012-05-01&to=2012-06-01"),
                usage -> assertThat(usage.path("items")).hasSize(2));
        assertThat(counting.read(shop.tenant, account, Aggregation.SUM, "2012-04-01", "2012-05-01")
                        .quantity())
                .isEqualByComparingTo("199");
        assertThat(counting.read(shop.tenant, account, Aggregation.SUM, "2012-05-01", "2012-05-17")
                        .quantity())
                .isEqualByComparingTo("350");
    }

    @Test
    void shouldClipMonthsToTheRangeAndCountAUserOnceInEach() {
        var account = shop.account("UTC", "EUR");
        Meter.send(
                meter.event("1", account, "u", "1", Instant.parse("2025-01-30T00:00:00Z")),
                meter.event("2", account, "u", "2", Instant.parse("2025-02-01T00:00:00Z")),
                meter.event("3", account, "v", "4", Instant.parse("2025-02-02T00:00:00Z")),
                meter.event("4", account, "u", "8", Instant.parse("2025-02-03T00:00:00Z")),
                meter.event("5", account, "u", "16", Instant.parse("2025-02-20T00:00:00Z")));

        meter.eventually(usage(account, "granularity=MONTH&from=2025-01-31&to=2025-02-20"), usage -> {
            assertThat(usage.path("items")).hasSize(1);
            assertThat(usage.at("/items/0/from").asText()).isEqualTo("2025-02-01");
            assertThat(usage.at("/items/0/to").asText()).isEqualTo("2025-02-20");
            assertThat(usage.at("/items/0/sum").asText()).isEqualTo("14");
            assertThat(usage.at("/items/0/unique").asLong()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-03-01, value-missing, ?metric",
        "metric=%20, value-missing, ?metric",
        "metric=calls&from=2025-03-02&to=2025-03-01, range-backwards, ?to",
        "metric=calls&from=2024-01-01&to=2025-01-02, range-too-long, ?from",
        "metric=calls&from=1999-12-31, date-range, ?from",
        "metric=calls&from=2025-01-01&to=%2B999999999-12-31, date-range, ?to",
        "metric=calls&from=yesterday, parameter-invalid, ?from",
        "metric=calls&granularity=WEEK, parameter-invalid, ?granularity",
        "metric=calls&since=2025-01-01, unknown-parameter, ?since",
        "metric=%00, text-invalid, ?metric",
    })
    void shouldRefuseTheQuestion(String query, String code, String pointer) {
        shop.as("billing")
                .urlEncodingEnabled(false)
                .get("/accounts/" + shop.account() + "/usage?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "/usage-conflicts?cursor=garbage, cursor-invalid",
        "/usage-conflicts?accountId=x, parameter-invalid",
        "/usage-corrections?limit=0, limit-invalid",
        "/usage-corrections?status=x, unknown-parameter",
    })
    void shouldRefuseTheList(String path, String code) {
        shop.as("billing").get(path).then().statusCode(400).body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldShowTheMonthSoFarWithoutARange() {
        var account = shop.account();

        var usage = meter.get("/accounts/" + account + "/usage?metric=calls");

        assertThat(usage.path("from").asText()).endsWith("-01");
        assertThat(usage.path("granularity").asText()).isEqualTo("DAY");
        assertThat(usage.path("items")).isEmpty();
    }
}
