package dev.rivulet.success.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months as guides publish them, from the movements to the figures of the report. */
@QuarkusTest
class PublishedFiguresTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 1, 15);
    private static final LocalDate IN = LocalDate.of(2025, 2, 15);

    private final Caller success = Caller.fresh();
    private final MrrStory story = new MrrStory(success.producer());

    /** Amounts of the month: start, new, expansion, contraction, churn, reactivation. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ChartMogul 203359341, gross   | 100    | 0     | 10    | 10   | 10    | 0    | grossRevenueChurn     | 0.200000
            ChartMogul 203359341, net     | 100    | 0     | 10    | 10   | 10    | 0    | netRevenueChurn       | 0.100000
            ChurnZero                     | 27000  | 0     | 8000  | 0    | 5000  | 0    | netRevenueRetention   | 1.111111
            MetricKit, NRR                | 100000 | 0     | 15000 | 5000 | 8000  | 0    | netRevenueRetention   | 1.020000
            MetricKit, GRR                | 100000 | 0     | 15000 | 5000 | 8000  | 0    | grossRevenueRetention | 0.870000
            ProductAnalyst, NRR of Stripe | 50000  | 0     | 5000  | 0    | 2000  | 0    | netRevenueRetention   | 1.060000
            PitchKit                      | 100000 | 20000 | 8000  | 3000 | 5000  | 0    | quickRatio            | 3.500000
            MetricKit, quick ratio        | 100000 | 12000 | 8000  | 3000 | 5000  | 0    | quickRatio            | 2.500000
            PrimeCalculator               | 100000 | 25000 | 10000 | 4000 | 8000  | 0    | quickRatio            | 2.916667
            SuperCalc, growing            | 200000 | 95000 | 28000 | 7000 | 18000 | 0    | quickRatio            | 4.920000
            SuperCalc, struggling         | 200000 | 40000 | 5000  | 8000 | 32000 | 0    | quickRatio            | 1.125000
            those who stay outgrow losses | 1000   | 0     | 300   | 0    | 100   | 0    | netRevenueChurn       | -0.200000
            those who came back count     | 1000   | 0     | 0     | 0    | 100   | 50   | netRevenueChurn       | 0.050000
            but are no part of the start  | 1000   | 0     | 0     | 0    | 100   | 50   | netRevenueRetention   | 0.900000
            """)
    void shouldMakeTheFigureOfTheMovements(
            String source,
            BigDecimal start,
            BigDecimal gained,
            BigDecimal expansion,
            BigDecimal contraction,
            BigDecimal churn,
            BigDecimal reactivation,
            String figure,
            String value) {
        var stays = UUID.randomUUID();
        var grows = UUID.randomUUID();
        var goes = UUID.randomUUID();
        var returns = UUID.randomUUID();
        moved(returns, "NEW", BEFORE.minusMonths(2), reactivation);
        moved(returns, "CHURN", BEFORE.minusMonths(1), reactivation.negate());
        moved(stays, "NEW", BEFORE, start.subtract(churn).subtract(BigDecimal.ONE));
        moved(grows, "NEW", BEFORE, BigDecimal.ONE);
        moved(goes, "NEW", BEFORE, churn);
        moved(UUID.randomUUID(), "NEW", IN, gained);
        moved(grows, "EXPANSION", IN, expansion);
        moved(stays, "CONTRACTION", IN, contraction.negate());
        moved(goes, "CHURN", IN, churn.negate());
        moved(returns, "REACTIVATION", IN, reactivation);
        var end = start.add(gained)
                .add(expansion)
                .subtract(contraction)
                .subtract(churn)
                .add(reactivation);
        var month = month(end.setScale(2).toPlainString());
        assertThat(month.at("/" + figure + "/value").asText()).isEqualTo(value);
    }

    private void moved(UUID account, String kind, LocalDate on, BigDecimal amount) {
        if (amount.signum() != 0) {
            story.moved(account, kind, on, amount.setScale(2).toPlainString());
        }
    }

    /** Has all of the story heard of. */
    private void tell() {
        var movements = story.records().size();
        story.send();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.number(
                                "SELECT count(*) FROM revenue_movement WHERE tenant_id = ?", success.tenant()))
                        .isEqualTo(movements));
    }

    /** The figures of February, which ends with so much. */
    private JsonNode month(String end) {
        tell();
        var month = success.json("/metrics/retention-report?from=2025-02").at("/months/0/groups/0/knownNow");
        assertThat(month.at("/end/amount").asText()).isEqualTo(end);
        return month;
    }

    /** The churn is one, and so is the reactivation; account by account nothing was lost. */
    @Test
    void shouldTellAChurnFromWhoComesBackInTheSameMonth() {
        var account = UUID.randomUUID();
        story.moved(account, "NEW", BEFORE, "100.00")
                .moved(account, "CHURN", IN, "-100.00")
                .moved(account, "REACTIVATION", IN.plusDays(5), "100.00");
        var month = month("100.00");
        assertThat(month.at("/churn/amount").asText()).isEqualTo("-100.00");
        assertThat(month.at("/netRevenueRetention/value").asText()).isEqualTo("1.000000");
        assertThat(month.at("/grossRevenueRetention/value").asText()).isEqualTo("1.000000");
        assertThat(month.at("/grossRevenueChurn/value").asText()).isEqualTo("1.000000");
        assertThat(month.at("/netRevenueChurn/value").asText()).isEqualTo("0.000000");
        assertThat(month.at("/logoChurn/value").asText()).isEqualTo("0.000000");
        assertThat(month.at("/quickRatio/value").asText()).isEqualTo("1.000000");
        assertThat(month.at("/lifetimeValue/reason").asText()).isEqualTo("NO_CHURN");
        assertThat(month.path("reactivations").asInt()).isOne();
        assertThat(month.path("endings").asInt()).isOne();
        var compared = success.json("/metrics/policy-comparison?month=2025-02").path("policies");
        assertThat(compared.findValues("grossRevenueChurn").stream()
                        .map(churn -> churn.path("value").asText()))
                .containsExactly("1.000000", "1.000000", "0.000000", "1.000000", "0.000000");
        assertThat(compared.findValues("quickRatio").stream()
                        .map(ratio -> ratio.path("value").asText()))
                .containsExactly("1.000000", "1.000000", "1.000000", "0.000000", "0.000000");
        // Stripe counts the end, of the one there was and the one there was again.
        var stripe = success.json("/metrics/retention-report?from=2025-02&policy=stripe")
                .at("/months/0/groups/0/knownNow/logoChurn");
        assertThat(stripe.path("value").asText()).isEqualTo("0.500000");
        assertThat(stripe.path("policy").asText()).isEqualTo("stripe-3");
    }

    /** ChartMogul, net MRR retention: of the subscribers at the start, without new business, whatever becomes of it. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"EXPANSION, 50.00, 200.00", "CONTRACTION, -20.00, 130.00", "CHURN, -50.00, 100.00"})
    void shouldRetainOfTheCustomersOfTheStart(String kind, String amount, String end) {
        var joins = UUID.randomUUID();
        story.moved(UUID.randomUUID(), "NEW", BEFORE, "100.00")
                .moved(joins, "NEW", IN, "50.00")
                .moved(joins, kind, IN.plusDays(7), amount);
        var month = month(end);
        assertThat(month.at("/netRevenueRetention/value").asText()).isEqualTo("1.000000");
        assertThat(month.at("/grossRevenueRetention/value").asText()).isEqualTo("1.000000");
        success.json("/metrics/policy-comparison?month=2025-02")
                .findValues("netRevenueRetention")
                .forEach(figure -> assertThat(figure.path("value").asText()).isEqualTo("1.000000"));
    }

    /** A quarter is not what its months make of it: who goes in one and comes back in another is not lost by it. */
    @Test
    void shouldTellOfQuartersAndYears() {
        var away = UUID.randomUUID();
        var stays = UUID.randomUUID();
        var joins = UUID.randomUUID();
        story.moved(away, "NEW", BEFORE.minusMonths(1), "100.00")
                .moved(stays, "NEW", BEFORE.minusMonths(1), "200.00")
                .moved(away, "CHURN", BEFORE, "-100.00")
                .moved(away, "REACTIVATION", IN, "90.00")
                .moved(joins, "NEW", IN, "40.00")
                .moved(stays, "EXPANSION", IN.plusMonths(1), "50.00")
                .moved(joins, "EXPANSION", IN.plusMonths(1), "10.00")
                .moved(joins, "CHURN", IN.plusMonths(3), "-50.00");
        tell();
        var quarters = success.json("/metrics/retention-report?period=quarter&from=2025-02&to=2025-06");
        assertThat(quarters.path("period").asText()).isEqualTo("QUARTER");
        assertThat(quarters.path("months").findValuesAsText("month")).containsExactly("2025-Q1", "2025-Q2");
        assertThat(quarters.at("/months/0/groups/0/reported").isNull()).isTrue();
        var first = quarters.at("/months/0/groups/0/knownNow");
        assertThat(first.at("/start/amount").asText()).isEqualTo("300.00");
        assertThat(first.at("/expansion/amount").asText()).isEqualTo("60.00");
        assertThat(first.at("/reactivation/amount").asText()).isEqualTo("90.00");
        assertThat(first.at("/end/amount").asText()).isEqualTo("390.00");
        // 90 and 250 of 100 and 200.
        assertThat(first.at("/netRevenueRetention/value").asText()).isEqualTo("1.133333");
        assertThat(first.at("/grossRevenueRetention/value").asText()).isEqualTo("0.966667");
        assertThat(first.at("/lostCustomers").asInt()).isZero();
        assertThat(first.at("/logoChurn/value").asText()).isEqualTo("0.000000");
        // One end, of the two there were, the one who came and the one who came back.
        assertThat(success.json("/metrics/retention-report?period=quarter&from=2025-01&policy=stripe")
                        .at("/months/0/groups/0/knownNow/logoChurn/value")
                        .asText())
                .isEqualTo("0.250000");
        var second = quarters.at("/months/1/groups/0/knownNow");
        assertThat(second.at("/logoChurn/value").asText()).isEqualTo("0.333333");
        assertThat(second.at("/netRevenueRetention/value").asText()).isEqualTo("0.871795");
        // 340.00 of two customers, of which 80 %; one of three goes in three months.
        assertThat(second.at("/lifetimeValue/value").asText()).isEqualTo("1224.00");
        var year = success.json("/metrics/retention-report?period=year&from=2025-06");
        assertThat(year.at("/months/0/month").asText()).isEqualTo("2025");
        assertThat(year.at("/months/0/groups/0/knownNow/netRevenueRetention/value")
                        .asText())
                .isEqualTo("1.133333");
        assertThat(year.at("/months/0/groups/0/knownNow/newCustomers").asInt()).isOne();
        var quarter = success.json("/metrics/trailing-retention?to=2025-03&months=3");
        assertThat(quarter.path("from").asText()).isEqualTo("2025-01");
        assertThat(quarter.at("/start/amount").asText()).isEqualTo("300.00");
        assertThat(quarter.at("/end/amount").asText()).isEqualTo("340.00");
        assertThat(quarter.at("/netRevenueRetention/value").asText()).isEqualTo("1.133333");
        assertThat(quarter.at("/grossRevenueRetention/value").asText()).isEqualTo("0.966667");
        assertThat(quarter.at("/logoChurn/value").asText()).isEqualTo("0.000000");
        var four = success.json("/metrics/trailing-retention?to=2025-05&months=4");
        assertThat(four.at("/netRevenueRetention/value").asText())
                .as("who was away when it began is none of it")
                .isEqualTo("1.250000");
        assertThat(success.json("/metrics/trailing-retention?to=2025-12")
                        .at("/netRevenueRetention/value")
                        .asText())
                .isEqualTo("1.133333");
        assertThat(success.json("/metrics/trailing-retention?to=2024-06")
                        .at("/netRevenueRetention/reason")
                        .asText())
                .isEqualTo("NO_START");
        var groups = success.json("/metrics/trailing-retention?to=2025-03&months=3&by=plan")
                .path("groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.at("/0/value").asText()).isEqualTo("-");
        assertThat(groups.at("/0/netRevenueRetention/value").asText()).isEqualTo("1.133333");
        assertThat(quarter.path("groups")).isEmpty();
        for (var query : List.of("months=0", "months=61", "to=x", "currency=ZZZ", "by=colour")) {
            success.get("/metrics/trailing-retention?" + query).then().statusCode(400);
        }
        success.get("/metrics/retention-report?period=week")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?period"));
        success.get("/metrics/retention-report?period=quarter&from=2010-01&to=2025-01")
                .then()
                .statusCode(400)
                .body("code", org.hamcrest.Matchers.equalTo("months-too-many"));
    }

    @Test
    void shouldSayWhyAMonthWithoutCustomersHasNoFigures() {
        story.moved(UUID.randomUUID(), "NEW", IN, "100.00");
        var first = month("100.00");
        assertThat(first.at("/netRevenueRetention/reason").asText()).isEqualTo("NO_START");
        assertThat(first.at("/quickRatio/reason").asText()).isEqualTo("NO_LOSS");
        assertThat(first.at("/lifetimeValue/reason").asText()).isEqualTo("NO_START");

        var before = success.json("/metrics/retention-report?from=2025-01").at("/months/0/groups");
        assertThat(before.size()).isEqualTo(1);
        nothing(before.at("/0/knownNow"));
        assertThat(before.at("/0/reported").isNull()).isTrue();
        var compared = success.json("/metrics/policy-comparison?month=2025-01").path("policies");
        assertThat(compared.size()).isEqualTo(5);
        compared.forEach(policy -> nothing(policy.path("figures")));
        var other = success.json("/metrics/retention-report?from=2025-02&currency=JPY")
                .at("/months/0/groups/0/knownNow");
        assertThat(other.at("/start/amount").asText()).isEqualTo("0");
        nothing(other);
        assertThat(success.json("/metrics/retention-report?from=2025-01&by=plan")
                        .at("/months/0/groups")
                        .isEmpty())
                .isTrue();
    }

    /** August has closed and September runs; whoever is there now is not known to stay in October. */
    @Test
    void shouldHaveNoFiguresOfAMonthToCome() {
        var sandbox = Caller.sandbox();
        var its = new MrrStory(sandbox.producer());
        its.moved(UUID.randomUUID(), "NEW", BEFORE, "100.00").send();
        sandbox.producer().send(sandbox.producer().clock(Instant.parse("2025-09-30T09:59:59Z")));
        sandbox.eventually("/metrics/retention-report?from=2025-08&to=2025-11", report -> {
            assertThat(report.path("closedThrough").asText()).isEqualTo("2025-08");
            assertThat(report.at("/months/0/groups/0/knownNow/netRevenueRetention/value")
                            .asText())
                    .isEqualTo("1.000000");
            assertThat(report.at("/months/1/groups")).hasSize(1);
            assertThat(report.at("/months/2/groups")).isEmpty();
            assertThat(report.at("/months/3/groups")).isEmpty();
        });
        assertThat(sandbox.json("/metrics/policy-comparison?month=2025-10")
                        .at("/policies/0/figures")
                        .isNull())
                .isTrue();

        // 10:00 in UTC is midnight on Line Islands.
        sandbox.producer().send(sandbox.producer().clock(Instant.parse("2025-09-30T10:00:00Z")));
        sandbox.eventually(
                "/metrics/retention-report?from=2025-10&to=2025-10",
                report -> assertThat(report.at("/months/0/groups")).hasSize(1));
    }

    private static void nothing(JsonNode figures) {
        assertThat(figures.path("startCustomers").asInt(-1)).isZero();
        assertThat(figures.at("/logoChurn/reason").asText()).isEqualTo("NO_START");
        assertThat(figures.at("/grossRevenueChurn/reason").asText()).isEqualTo("NO_START");
        assertThat(figures.at("/quickRatio/reason").asText()).isEqualTo("NO_LOSS");
        assertThat(figures.at("/averageRevenuePerAccount/reason").asText()).isEqualTo("NO_CUSTOMERS");
        assertThat(figures.at("/lifetimeValue/reason").asText()).isEqualTo("NO_CUSTOMERS");
        assertThat(figures.at("/lifetimeValue/value").isNull()).isTrue();
    }

    /** ARPA 100 and 5 % of the customers gone: 2,000 by ChartMogul, and by us of a margin of all of it. */
    @Test
    void shouldValueACustomerByTheMarginOfTheCaller() {
        for (var i = 0; i < 20; i++) {
            var account = UUID.randomUUID();
            story.moved(account, "NEW", BEFORE, "100.00");
            if (i == 0) {
                story.moved(account, "CHURN", IN, "-100.00");
            }
        }
        month("1900.00");
        assertThat(lifetime("")).isEqualTo("1600.00");
        assertThat(lifetime("&grossMargin=1")).isEqualTo("2000.00");
        assertThat(lifetime("&grossMargin=0.75")).isEqualTo("1500.00");
        assertThat(lifetime("&policy=chartmogul&grossMargin=0.75")).isEqualTo("2000.00");
        // ChartMogul looks back on six months: on February alone, on February and five without a loss, on six of those.
        assertThat(success
                        .json("/metrics/retention-report?from=2025-03&to=2025-09&policy=chartmogul")
                        .findValues("lifetimeValue")
                        .stream()
                        .map(value -> value.path("value").asText()))
                .containsExactly("2000.00", "4000.00", "6000.00", "8000.00", "10000.00", "12000.00", "0.00");
        var compared = success.json("/metrics/policy-comparison?month=2025-02&grossMargin=0.75");
        assertThat(compared.path("grossMargin").asText()).isEqualTo("0.75");
        assertThat(compared.path("policies").findValues("lifetimeValue").stream()
                        .map(value -> value.path("value").asText()))
                .containsExactly("1500.00", "2000.00", "2000.00", "2000.00", "2000.00");
        var cohorts = success.json("/cohorts?measure=ltv&from=2025-01&to=2025-01&ages=2&grossMargin=0.9");
        assertThat(cohorts.path("grossMargin").asText()).isEqualTo("0.9");
        // 20 × 100, 19 × 100, 19 × 100, of which 90 %, for each of the 20.
        assertThat(cohorts.at("/rows/0/cells").findValuesAsText("value")).containsExactly("90.00", "175.50", "261.00");
        for (var margin : List.of("0", "0.0", "1.1", "-1", "80%", "1e9", "0.12345")) {
            for (var path : List.of("/metrics/retention-report", "/metrics/policy-comparison", "/cohorts")) {
                success.http()
                        .queryParam("grossMargin", margin)
                        .get(path)
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", hasItem("?grossMargin"));
            }
        }
    }

    /** 20 customers of 100 of whom one goes, 50 more from the others, and five new: each vendor divides otherwise. */
    @Test
    void shouldValueACustomerAsEachVendorDoes() {
        for (var i = 0; i < 20; i++) {
            var account = UUID.randomUUID();
            story.moved(account, "NEW", BEFORE, "100.00");
            if (i == 0) {
                story.moved(account, "CHURN", IN, "-100.00");
            } else if (i == 1) {
                story.moved(account, "EXPANSION", IN, "50.00");
            }
        }
        for (var i = 0; i < 5; i++) {
            story.moved(UUID.randomUUID(), "NEW", IN, "90.00");
        }
        var month = month("2400.00");
        assertThat(policies(month)).containsOnly("rivulet-2");

        // 100 of 24 customers each: a margin of 80 % at 1 of 20, at 1 of 25, 1 of 20, 50.00 of 2000.00 and 1 of 20.
        var compared = success.json("/metrics/policy-comparison?month=2025-02");
        assertThat(compared.path("policies"))
                .extracting(policy -> policy.path("policy").asText() + " "
                        + policy.at("/figures/logoChurn/value").asText() + " "
                        + policy.at("/figures/lifetimeValue/value").asText())
                .containsExactly(
                        "rivulet-2 0.050000 1600.00",
                        "stripe-3 0.040000 2500.00",
                        "chartmogul-4 0.050000 2000.00",
                        "profitwell-4 0.050000 4000.00",
                        "baremetrics-1 0.050000 2000.00");
        for (var vendor : compared.path("policies")) {
            var stamp = vendor.path("policy").asText();
            assertThat(policies(vendor.path("figures"))).containsOnly(stamp);
            var report = success.json("/metrics/retention-report?from=2025-02&policy=" + stamp.split("-")[0])
                    .at("/months/0/groups/0/knownNow");
            assertThat(policies(report)).containsOnly(stamp);
            assertThat(report.at("/lifetimeValue/value").asText())
                    .isEqualTo(vendor.at("/figures/lifetimeValue/value").asText());
        }
        assertThat(List.of("netRevenueRetention", "grossRevenueRetention", "logoChurn"))
                .allSatisfy(figure -> assertThat(success.json("/metrics/trailing-retention?to=2025-02&months=1")
                                .at("/" + figure + "/policy")
                                .asText())
                        .isEqualTo("rivulet-2"));
    }

    /** Of each of the figures by whose formula it is. */
    private static List<String> policies(JsonNode figures) {
        return List.of(
                        "grossRevenueChurn",
                        "netRevenueChurn",
                        "netRevenueRetention",
                        "grossRevenueRetention",
                        "logoChurn",
                        "quickRatio",
                        "averageRevenuePerAccount",
                        "lifetimeValue")
                .stream()
                .map(figure -> figures.path(figure).path("policy").asText())
                .toList();
    }

    private String lifetime(String more) {
        return success.json("/metrics/retention-report?from=2025-02" + more)
                .at("/months/0/groups/0/knownNow/lifetimeValue/value")
                .asText();
    }

    @Test
    void shouldNeverAddCurrenciesUp() {
        var day = IN.minusMonths(1);
        story.moved(UUID.randomUUID(), "NEW", day, "100.00", "EUR", day, "")
                .moved(UUID.randomUUID(), "NEW", day, "9000", "JPY", day, "")
                .moved(UUID.randomUUID(), "NEW", day, "1001", "JPY", day, "");
        tell();
        var yen = "/metrics/retention-report?from=2025-02&currency=JPY";
        assertThat(success.json(yen)
                        .at("/months/0/groups/0/knownNow/end/amount")
                        .asText())
                .isEqualTo("10001");
        // 10001 / 2, HALF_UP to the whole yen.
        assertThat(success.json(yen)
                        .at("/months/0/groups/0/knownNow/averageRevenuePerAccount/value")
                        .asText())
                .isEqualTo("5001");
        assertThat(success.json("/metrics/retention-report?from=2025-02&currency=EUR")
                        .at("/months/0/groups/0/knownNow/end/amount")
                        .asText())
                .isEqualTo("100.00");
        var which = success.get("/metrics/retention-report?from=2025-02");
        which.then().statusCode(400);
        assertThat(which.path("code").toString()).isEqualTo("currency-needed");
    }
}
