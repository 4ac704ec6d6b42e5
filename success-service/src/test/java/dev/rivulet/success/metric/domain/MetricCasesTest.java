package dev.rivulet.success.metric.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.PublishedCases;
import dev.rivulet.success.metric.domain.Result.Reason;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures that products and guides have published, by the policy that makes them. */
class MetricCasesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<MetricPolicy> STANDARD =
            List.of(MetricPolicy.RIVULET, MetricPolicy.CHARTMOGUL, MetricPolicy.PROFITWELL);

    @Test
    void shouldRetainAsChurnZero() {
        var one = PublishedCases.of("nrr-churnzero");
        var start = one.at("/input/start").asLong();
        var expansion = one.at("/input/end_before_churn_same_customers").asLong() - start;
        var month = month(start, expansion, 0, one.at("/input/churn").asLong());
        assertThat(month.netRetention().value().movePointRight(2).doubleValue())
                .isCloseTo(one.at("/expected/nrr_percent").asDouble(), within(0.01));
    }

    @Test
    void shouldRetainAsMetricKit() {
        var input = PublishedCases.of("nrr-metrickit").path("input");
        var expected = PublishedCases.of("nrr-metrickit").path("expected");
        var month = month(
                input.path("start").asLong(),
                input.path("expansion").asLong(),
                input.path("contraction").asLong(),
                input.path("churn").asLong());
        equal(month.netRetention(), expected.path("nrr"));
        equal(month.grossRetention(), expected.path("grr"));
    }

    /** The movements of a month, losses without sign, and the figures of it; null for the reason. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("months")
    void shouldMakeThePublishedFigures(String id, JsonNode input, JsonNode expected) {
        var start = input.path("start").asLong();
        var gained = input.path("new").asLong();
        var expansion = input.path("expansion").asLong();
        var contraction = -input.path("contraction").asLong();
        var churn = -input.path("churn").asLong();
        var back = input.path("reactivation").asLong();
        var end = start + gained + expansion + contraction + churn + back;
        var month = new Month(
                start,
                gained,
                expansion,
                contraction,
                churn,
                back,
                end,
                -contraction - churn,
                expansion,
                0,
                0,
                0,
                0,
                0,
                0);
        var figures = Map.of(
                "grossRevenueChurn", month.grossChurn(MetricPolicy.RIVULET),
                "netRevenueChurn", month.netChurn(),
                "netRevenueRetention", month.netRetention(),
                "quickRatio", month.quickRatio(MetricPolicy.RIVULET));
        figures.forEach((name, figure) -> {
            if (expected.path(name).isNull()) {
                assertThat(figure)
                        .isEqualTo(Result.none(
                                Reason.valueOf(expected.path("reason").asText())));
            } else if (expected.has(name)) {
                assertThat(figure.value()).as(name).isEqualTo(decimal(expected.path(name)));
            }
        });
    }

    static Stream<Arguments> months() {
        return PublishedCases.about("MRR month");
    }

    /** Customers of the start, lost of these, new, and who came and went. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("logos")
    void shouldLoseThePublishedCustomers(String id, JsonNode input, JsonNode expected) {
        var start = input.path("start").asLong();
        var lost = input.path("lost").asLong();
        var joined = input.path("new").asLong();
        var fleeting = input.path("fleeting").asLong();
        var month = new Month(
                0, 0, 0, 0, 0, 0, 0, 0, 0, start, lost, joined, 0, fleeting, start + joined - lost - fleeting);
        for (var policy : STANDARD) {
            assertThat(month.logoChurn(policy).value()).as(policy.text).isEqualTo(decimal(expected.path("rivulet")));
        }
        assertThat(month.logoChurn(MetricPolicy.STRIPE).value()).isEqualTo(decimal(expected.path("stripe")));
    }

    static Stream<Arguments> logos() {
        return PublishedCases.about("Logo churn by policy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("margins")
    void shouldValueACustomerByItsMargin(String id, JsonNode input, JsonNode expected) {
        var month =
                losing(input.path("arpa").asLong(), input.path("churn_percent").asInt());
        assertThat(CustomerValue.lifetime(
                                MetricPolicy.RIVULET, month, List.of(), 1, decimal(input.path("gross_margin")), EUR)
                        .value())
                .isEqualTo(decimal(expected.path("ltv")));
    }

    static Stream<Arguments> margins() {
        return PublishedCases.about("LTV with margin");
    }

    @Test
    void shouldSplitTheLifecycleAsPostHog() {
        var one = PublishedCases.of("posthog-lifecycle");
        long start = 0, gainedNew = 0, reactivation = 0, expansion = 0, contraction = 0, churn = 0;
        for (var account : one.at("/input/accounts")) {
            var before = account.path("prev").asLong();
            var change = account.path("cur").asLong() - before;
            start += before;
            if (before == 0) {
                reactivation += account.path("ever_paid").asBoolean() ? change : 0;
                gainedNew += account.path("ever_paid").asBoolean() ? 0 : change;
            } else if (account.path("cur").asLong() == 0) {
                churn += change;
            } else {
                expansion += Math.max(0, change);
                contraction += Math.min(0, change);
            }
        }
        var expected = one.path("expected");
        assertThat(start).isEqualTo(expected.path("at_risk").asLong());
        assertThat(gainedNew).isEqualTo(40);
        assertThat(reactivation).isEqualTo(30);
        equal(Result.ratio(expansion, start, Reason.NO_START), expected.path("expansion_rate"));
        equal(Result.ratio(contraction, start, Reason.NO_START), expected.path("contraction_rate"));
        equal(Result.ratio(-churn, start, Reason.NO_START), expected.path("churn_rate"));
    }

    @Test
    void shouldCountSubscribersThatGoAsStripe() {
        var one = PublishedCases.of("churn-stripe-subscriber");
        var month = customers(
                one.at("/input/active_30d_ago").asLong(),
                one.at("/input/new_in_window").asLong(),
                one.at("/input/churned_in_window").asLong());
        equal(month.logoChurn(MetricPolicy.STRIPE), one.at("/expected/rate"));
        assertThat(month.logoChurn(MetricPolicy.CHARTMOGUL).value()).isEqualByComparingTo("0.055556");
    }

    @ParameterizedTest
    @CsvSource({"ltv-chartmogul, customer_churn", "ltv-glencoyne, churn"})
    void shouldValueACustomer(String id, String churn) {
        var one = PublishedCases.of(id);
        var month = losing(
                one.at("/input/arpa").asLong(),
                decimal(one.at("/input/" + churn)).movePointRight(2).intValueExact());
        for (var policy : MetricPolicy.values()) {
            equal(CustomerValue.lifetime(policy, month, List.of(), 1, BigDecimal.ONE, EUR), one.at("/expected/ltv"));
        }
    }

    @Test
    void shouldSayWhatACustomerIsWorthWhileNobodyGoes() {
        var one = PublishedCases.of("ltv-zero-churn");
        var arpa = one.at("/input/arpa").asLong();
        equal(worth(MetricPolicy.STRIPE, arpa), one.at("/expected/stripe_ltv"));
        equal(worth(MetricPolicy.CHARTMOGUL, arpa), one.at("/expected/chartmogul_ltv"));
        assertThat(worth(MetricPolicy.PROFITWELL, arpa)).isEqualTo(Result.none(Reason.NO_CHURN));
        assertThat(worth(MetricPolicy.BAREMETRICS, arpa)).isEqualTo(Result.none(Reason.NO_CHURN));
        // Of 100 customers none went: churn is at most 3.841459 / 103.841459 = 3.7 %, so 80 % of 100.00 at least 27
        // times.
        var own = worth(MetricPolicy.RIVULET, arpa);
        assertThat(own.value()).isNull();
        assertThat(own.reason()).isEqualTo(Reason.NO_CHURN);
        assertThat(own.lowerBound()).isEqualByComparingTo("2162.54");
    }

    private static Result worth(MetricPolicy policy, long arpa) {
        return CustomerValue.lifetime(policy, losing(arpa, 0), List.of(), 1, new BigDecimal("0.8"), EUR);
    }

    /**
     * ChartMogul 203359061: ARPA / the mean churn of the six months before, the month itself excluded. Percent lost of
     * 100 customers in each of those months, oldest first, "-" where there were none yet; percent of the month itself.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the page                     | 5 5 5 5 5 5 | 5  | 2000.00
            one bad month is no news yet | 5 5 5 5 5 5 | 50 | 2000.00
            until the next               | 5 5 5 5 5 50 | 5 | 800.00
            good and bad months          | 1 2 3 4 5 9 | 20 | 2500.00
            a month without loss counts  | 0 0 0 0 0 6 | 1  | 10000.00
            a mean that does not end     | 1 0 0 0 0 1 | 1  | 30000.00
            a young business             | - - - - 4 6 | 50 | 2000.00
            a first month                | - - - - - - | 5  | 2000.00
            nobody has gone              | 0 0 0 0 0 0 | 5  | 0.00
            a first month without loss   | - - - - - - | 0  | 0.00
            """)
    void shouldValueACustomerByHalfAYearAsChartMogul(String name, String before, int lost, BigDecimal worth) {
        var months = Arrays.stream(before.split(" "))
                .map(percent -> percent.equals("-") ? NOBODY : losing(100, Integer.parseInt(percent)))
                .toList();
        assertThat(CustomerValue.lifetime(
                                MetricPolicy.CHARTMOGUL, losing(100, lost), months, 1, new BigDecimal("0.8"), EUR)
                        .value())
                .isEqualTo(worth);
        // No other product looks back.
        for (var policy : EnumSet.complementOf(EnumSet.of(MetricPolicy.CHARTMOGUL))) {
            assertThat(CustomerValue.lifetime(policy, losing(100, lost), months, 1, BigDecimal.ONE, EUR))
                    .isEqualTo(CustomerValue.lifetime(policy, losing(100, lost), List.of(), 1, BigDecimal.ONE, EUR));
        }
    }

    /** Six thirds of a seventh: shares that do not end are added up exactly. */
    @Test
    void shouldRoundAMeanOnce() {
        var third = new Month(0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 0, 2);
        var month = new Month(0, 0, 0, 0, 0, 0, 1, 0, 0, 7, 0, 0, 0, 0, 6);
        // 0.01 / 6 by a mean of 1/3 is 0.005: half a cent goes up.
        assertThat(CustomerValue.lifetime(
                                MetricPolicy.CHARTMOGUL, month, Collections.nCopies(6, third), 1, BigDecimal.ONE, EUR)
                        .value())
                .isEqualTo("0.01");
    }

    private static final Month NOBODY = new Month(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Start, new, expansion, contraction, churn, reactivation of a month, and its figures; "-" for none. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Baremetrics, NRR of 95      | 10000 | 0   | 500 | 0    | 1000  | 0   | 0.100000 | 0.050000  | 0.950000 | 0.500000
            all of it lost              | 500   | 0   | 0   | 0    | 500   | 0   | 1.000000 | 1.000000  | 0.000000 | 0.000000
            lost and won again          | 500   | 0   | 0   | 0    | 500   | 500 | 1.000000 | 0.000000  | 0.000000 | 1.000000
            nothing happened            | 500   | 0   | 0   | 0    | 0     | 0   | 0.000000 | 0.000000  | 1.000000 | -
            growth alone                | 500   | 100 | 250 | 0    | 0     | 0   | 0.000000 | -0.500000 | 1.500000 | -
            the first customers         | 0     | 900 | 0   | 0    | 0     | 0   | -        | -         | -        | -
            came and went in the month  | 0     | 900 | 0   | 0    | 900   | 0   | -        | -         | -        | 1.000000
            seats given back by thirds  | 300   | 0   | 0   | 100  | 0     | 0   | 0.333333 | 0.333333  | 0.666667 | 0.000000
            two thirds                  | 300   | 0   | 0   | 200  | 0     | 0   | 0.666667 | 0.666667  | 0.333333 | 0.000000
            half of the last decimal    | 2000000 | 0 | 0   | 1    | 0     | 0   | 0.000001 | 0.000001  | 1.000000 | 0.000000
            and of a gain               | 2000000 | 0 | 1   | 0    | 0     | 0   | 0.000000 | -0.000001 | 1.000001 | -
            those who came back count   | 100   | 0   | 0   | 10   | 10    | 20  | 0.200000 | 0.000000  | 0.800000 | 1.000000
            """)
    void shouldMakeFiguresOfMovements(
            String name,
            long start,
            long gainedNew,
            long expansion,
            long contraction,
            long churn,
            long reactivation,
            String grossChurn,
            String netChurn,
            String netRetention,
            String quickRatio) {
        var end = start + gainedNew + expansion - contraction - churn + reactivation;
        var month = new Month(
                start,
                gainedNew,
                expansion,
                -contraction,
                -churn,
                reactivation,
                end,
                contraction + churn,
                expansion,
                0,
                0,
                0,
                0,
                0,
                0);
        assertThat(month.isBalanced()).isTrue();
        assertThat(List.of(
                        month.grossChurn(MetricPolicy.RIVULET),
                        month.netChurn(),
                        month.netRetention(),
                        month.quickRatio(MetricPolicy.RIVULET)))
                .extracting(
                        figure -> figure.value() == null ? "-" : figure.value().toPlainString())
                .containsExactly(grossChurn, netChurn, netRetention, quickRatio);
    }

    /**
     * Customers of the start, new, back, lost of the start, lost otherwise; logo churn of us, of Stripe and of
     * Baremetrics.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Stripe's page                    | 90  | 10 | 0 | 5  | 0 | 0.055556 | 0.050000 | 0.055556
            ChartMogul 203359321, 207340419  | 100 | 1  | 1 | 10 | 2 | 0.100000 | 0.117647 | 0.120000
            of 500 in September 15 went      | 500 | 0  | 0 | 15 | 0 | 0.030000 | 0.030000 | 0.030000
            a new one that goes at once      | 10  | 1  | 0 | 0  | 1 | 0.000000 | 0.090909 | 0.100000
            one that goes and comes back     | 10  | 0  | 1 | 0  | 1 | 0.000000 | 0.090909 | 0.100000
            who came back goes a second time | 10  | 0  | 2 | 0  | 2 | 0.000000 | 0.166667 | 0.200000
            all new                          | 0   | 4  | 0 | 0  | 1 | -        | 0.250000 | -
            nobody                           | 0   | 0  | 0 | 0  | 0 | -        | -        | -
            everybody                        | 3   | 0  | 0 | 3  | 0 | 1.000000 | 1.000000 | 1.000000
            """)
    void shouldCountCustomersWhoGo(
            String name,
            long start,
            long joined,
            long back,
            long lost,
            long fleeting,
            String own,
            String stripe,
            String baremetrics) {
        var end = start + joined + back - lost - fleeting;
        var month = new Month(0, 0, 0, 0, 0, 0, 0, 0, 0, start, lost, joined, back, fleeting, end);
        for (var policy : MetricPolicy.values()) {
            var churn = month.logoChurn(policy).value();
            var expected = switch (policy) {
                case RIVULET, CHARTMOGUL, PROFITWELL -> own;
                case STRIPE -> stripe;
                case BAREMETRICS -> baremetrics;
            };
            assertThat(churn == null ? "-" : churn.toPlainString())
                    .as(policy.text)
                    .isEqualTo(expected);
        }
        assertThat(start + joined + back - month.endings()).isEqualTo(end);
    }

    /**
     * Start, expansion, contraction, churn and reactivation; what customers had less and more at the end; gross churn by
     * movements and by customer, quick ratio with and without those who came back.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ChartMogul 204898491         | 100  | 0   | 10 | 10   | 0   | 20  | 0  | 0.200000 | 0.200000 | 0.000000 | 0.000000
            up, then down by as much     | 100  | 50  | 50 | 0    | 0   | 0   | 0  | 0.500000 | 0.000000 | 1.000000 | 1.000000
            goes, and comes back         | 100  | 0   | 0  | 100  | 100 | 0   | 0  | 1.000000 | 0.000000 | 1.000000 | 0.000000
            Baremetrics, upgraded, goes  | 500  | 879 | 0  | 1379 | 0   | 500 | 0  | 2.758000 | 1.000000 | 0.637418 | 0.637418
            """)
    void shouldLoseByMovementsOrByCustomers(
            String name,
            long start,
            long expansion,
            long contraction,
            long churn,
            long back,
            long shrunk,
            long grown,
            String byMovement,
            String byCustomer,
            String quick,
            String withoutReturns) {
        var month = new Month(
                start,
                0,
                expansion,
                -contraction,
                -churn,
                back,
                start + expansion - contraction - churn + back,
                shrunk,
                grown,
                1,
                0,
                0,
                0,
                0,
                1);
        for (var policy : MetricPolicy.values()) {
            assertThat(month.grossChurn(policy).value())
                    .as(policy.text)
                    .isEqualTo(
                            switch (policy) {
                                case RIVULET, STRIPE, PROFITWELL -> byMovement;
                                case CHARTMOGUL, BAREMETRICS -> byCustomer;
                            });
            assertThat(month.quickRatio(policy).value())
                    .as(policy.text)
                    .isEqualTo(
                            switch (policy) {
                                case RIVULET, STRIPE, CHARTMOGUL -> quick;
                                case PROFITWELL, BAREMETRICS -> withoutReturns;
                            });
        }
    }

    /** Of 100 customers of as much each, so many go. */
    private static Month losing(long each, int lost) {
        var gone = -100 * each * lost;
        return new Month(
                10_000 * each, 0, 0, 0, gone, 0, 10_000 * each + gone, -gone, 0, 100, lost, 0, 0, 0, 100 - lost);
    }

    /** The page: an ARPU of $10 is worth $250 at a churn of 4 %; upgrades and those who come back count against it. */
    @Test
    void shouldValueACustomerByNetLossesAsProfitWell() {
        assertThat(profitWell(losing(10, 4))).isEqualByComparingTo("250");
        assertThat(profitWell(losing(10, 6))).isEqualByComparingTo("166.67");
        var grown = new Month(100_000, 0, 1_500, -500, -4_000, 1_000, 98_000, 4_500, 1_500, 100, 4, 0, 1, 0, 97);
        // 980.00 / 97 customers by a loss of 20.00 of 1,000.00.
        assertThat(profitWell(grown)).isEqualByComparingTo("505.15");
        var more = new Month(100_000, 0, 9_000, 0, -4_000, 0, 105_000, 4_000, 9_000, 100, 4, 0, 0, 0, 96);
        assertThat(CustomerValue.lifetime(MetricPolicy.PROFITWELL, more, List.of(), 1, BigDecimal.ONE, EUR))
                .isEqualTo(Result.none(Reason.NO_CHURN));
    }

    private static BigDecimal profitWell(Month month) {
        return CustomerValue.lifetime(MetricPolicy.PROFITWELL, month, List.of(), 1, BigDecimal.ONE, EUR)
                .value();
    }

    /** The page: who starts in the window and churns is in the numerator and the denominator. */
    @Test
    void shouldCountWhoCameAndWentAsStripe() {
        var month = new Month(0, 0, 0, 0, 0, 0, 0, 0, 0, 90, 5, 9, 1, 2, 93);
        assertThat(month.logoChurn(MetricPolicy.STRIPE).value()).isEqualByComparingTo("0.07");
        assertThat(month.logoChurn(MetricPolicy.RIVULET).value()).isEqualByComparingTo("0.055556");
    }

    /** 0.01 by 2 of 3 is 0.015; by a churn of 0.6667, which is a little too much already, it would round down. */
    @Test
    void shouldRoundAWorthOnce() {
        var month = new Month(1, 0, 0, 0, 0, 0, 1, 0, 0, 3, 2, 0, 0, 0, 1);
        assertThat(CustomerValue.lifetime(MetricPolicy.CHARTMOGUL, month, List.of(), 1, BigDecimal.ONE, EUR)
                        .value())
                .isEqualByComparingTo("0.02");
    }

    @Test
    void shouldGiveReasonsInsteadOfDividingByZero() {
        var nothing = new Month(0, 500, 0, 0, 0, 0, 500, 0, 0, 0, 0, 1, 0, 0, 1);
        assertThat(nothing.isBalanced()).isTrue();
        for (var figure : new Result[] {
            nothing.grossChurn(MetricPolicy.RIVULET),
            nothing.netChurn(),
            nothing.netRetention(),
            nothing.grossRetention(),
            nothing.logoChurn(MetricPolicy.RIVULET)
        }) {
            assertThat(figure).isEqualTo(Result.none(Reason.NO_START));
        }
        assertThat(nothing.quickRatio(MetricPolicy.RIVULET)).isEqualTo(Result.none(Reason.NO_LOSS));
        var over = new Month(500, 0, 0, 0, -500, 0, 0, 500, 0, 1, 1, 0, 0, 0, 0);
        assertThat(CustomerValue.perAccount(over, EUR)).isEqualTo(Result.none(Reason.NO_CUSTOMERS));
        assertThat(over.netRetention().value()).isEqualByComparingTo("0");
    }

    @Test
    void shouldCallGrowthOfThoseWhoStayNegativeChurn() {
        var month = new Month(1_000, 0, 300, -50, -100, 50, 1_200, 150, 300, 10, 1, 0, 1, 0, 10);
        assertThat(month.isBalanced()).isTrue();
        assertThat(month.netChurn().value()).isEqualByComparingTo("-0.2");
        assertThat(month.quickRatio(MetricPolicy.RIVULET).value()).isEqualByComparingTo("2.333333");
        assertThat(month.logoChurn(MetricPolicy.RIVULET).value()).isEqualByComparingTo("0.1");
        assertThat(CustomerValue.perAccount(month, EUR).value()).isEqualByComparingTo("1.20");
    }

    private static void equal(Result result, JsonNode expected) {
        assertThat(result.value()).isNotNull();
        assertThat(result.value().doubleValue()).isCloseTo(expected.asDouble(), within(0.01));
    }

    private static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asText());
    }

    private static Month month(long start, long expansion, long contraction, long churn) {
        var end = start + expansion - contraction - churn;
        return new Month(
                start, 0, expansion, -contraction, -churn, 0, end, contraction + churn, expansion, 10, 1, 0, 0, 0, 9);
    }

    private static Month customers(long start, long joined, long lost) {
        return new Month(0, 0, 0, 0, 0, 0, 0, 0, 0, start, lost, joined, 0, 0, start + joined - lost);
    }
}
