package dev.rivulet.success.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.PublishedCases;
import java.math.BigDecimal;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures others have published of the same statistics. */
class StatisticsCasesTest {

    @Test
    void shouldMakeTheIntervalsOfStatsmodels() {
        var one = PublishedCases.of("ci-10-3");
        var wilson = new dev.rivulet.success.figure.domain.Share(
                one.at("/input/x").asInt(), one.at("/input/n").asInt());
        assertThat(wilson.low()).isCloseTo(one.at("/expected/wilson/0").asDouble(), within(1e-12));
        assertThat(wilson.high()).isCloseTo(one.at("/expected/wilson/1").asDouble(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fisher-wikipedia", "fisher-scipy"})
    void shouldTestAsScipyDoes(String id) {
        var one = PublishedCases.of(id);
        var table = one.at("/input/table");
        var expected = one.path("expected");
        check(table, AlternativeHypothesis.TWO_SIDED, expected.path("p_two_sided"));
        check(table, AlternativeHypothesis.GREATER_THAN, expected.path("p_greater"));
        check(table, AlternativeHypothesis.LESS_THAN, expected.path("p_less"));
    }

    private static void check(JsonNode table, AlternativeHypothesis alternative, JsonNode expected) {
        if (!expected.isMissingNode()) {
            var rows = new int[][] {
                {table.at("/0/0").asInt(), table.at("/0/1").asInt()},
                {table.at("/1/0").asInt(), table.at("/1/1").asInt()}
            };
            assertThat(Fisher.p(alternative, rows)).isCloseTo(expected.asDouble(), within(1e-12));
        }
    }

    @Test
    void shouldDrawTheChartOfMontgomery() {
        var one = PublishedCases.of("ewma-montgomery");
        var input = one.path("input");
        var points = PublishedCases.doubles(input.path("x"));
        var chart = new Ewma(
                        input.path("lambda").asDouble(),
                        input.path("L").asDouble(),
                        input.path("mu").asDouble(),
                        input.path("sigma").asDouble())
                .chart(points);
        var expected = one.path("expected");
        assertThat(chart.get(0).average()).isCloseTo(expected.path("z1").asDouble(), within(0.001));
        assertThat(chart.get(1).average()).isCloseTo(expected.path("z2").asDouble(), within(0.001));
        assertThat(chart.get(0).lower()).isCloseTo(expected.at("/limits_1/0").asDouble(), within(0.001));
        assertThat(chart.get(29).upper()).isCloseTo(expected.at("/limits_30/1").asDouble(), within(0.001));
        for (var i = 0; i < chart.size(); i++) {
            assertThat(chart.get(i).drift()).as("point %d", i + 1).isEqualTo(i >= 28);
        }
    }

    @Test
    void shouldAddUpWhatACustomerHasBrought() {
        var one = PublishedCases.of("ltv-cohort-cumulative");
        var revenue = 0L;
        var months = one.at("/input/avg_revenue_per_customer_by_month");
        for (var i = 0; i < months.size(); i++) {
            // Ten customers with the published average each, all of it margin.
            revenue += months.get(i).asLong() * 100 * 10;
            assertThat(Lifetime.perCustomer(revenue, BigDecimal.ONE, 10))
                    .isEqualTo(one.at("/expected/cumulative").get(i).asLong() * 100);
        }
        assertThat(Lifetime.perCustomer(0, BigDecimal.ONE, 0)).isNull();
        // 0.06 * 0.8 of two customers are 0.024 each: rounded before it is divided it would be 0.03.
        assertThat(Lifetime.margin(6, new BigDecimal("0.8"))).isEqualTo(5);
        assertThat(Lifetime.perCustomer(6, new BigDecimal("0.8"), 2)).isEqualTo(2);
    }
}
