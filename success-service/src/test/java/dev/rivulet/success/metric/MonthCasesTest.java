package dev.rivulet.success.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.PublishedCases;
import dev.rivulet.success.metric.MetricMonths.Told;
import dev.rivulet.success.metric.domain.MetricPolicy;
import dev.rivulet.success.metric.domain.Result;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.domain.AccountRevenue;
import dev.rivulet.success.revenue.domain.Figures;
import dev.rivulet.success.revenue.domain.Levels;
import dev.rivulet.success.revenue.domain.MovementText;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From the movements of accounts to the figures of a month, at the edges of months and days. */
class MonthCasesTest {

    /**
     * Accounts parted by ";", their movements by ",": day, kind, amount. Of the month: customers at the start, lost, new
     * and at the end; NRR, GRR, net churn, logo churn of us and of Stripe; "-" for none.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            begins on the leap day       | 2024-02 | 2024-02-29 NEW 100 | 0 0 1 1 | - - - - 0.000000
            the month after it           | 2024-03 | 2024-02-29 NEW 100 | 1 0 0 1 | 1.000000 1.000000 0.000000 0.000000 0.000000
            last day to first day        | 2025-02 | 2025-01-31 NEW 100, 2025-02-01 CHURN -100 | 1 1 0 0 | 0.000000 0.000000 1.000000 1.000000 1.000000
            gone by the end of January   | 2025-02 | 2025-01-01 NEW 100, 2025-01-31 CHURN -100, 2025-02-01 REACTIVATION 90 | 0 0 0 1 | - - - - 0.000000
            came and went within it      | 2025-02 | 2025-02-03 NEW 100, 2025-02-20 CHURN -100 | 0 0 1 0 | - - - - 1.000000
            one stays, one comes and goes | 2025-02 | 2025-01-03 NEW 100; 2025-02-03 NEW 50, 2025-02-20 CHURN -50 | 1 0 1 1 | 1.000000 1.000000 0.500000 0.000000 0.500000
            goes and is back at once     | 2025-02 | 2025-01-03 NEW 100, 2025-02-10 CHURN -100, 2025-02-10 REACTIVATION 100 | 1 0 0 1 | 1.000000 1.000000 0.000000 0.000000 0.000000
            twice in one month           | 2025-02 | 2025-01-03 NEW 100, 2025-02-05 CHURN -100, 2025-02-10 REACTIVATION 100, 2025-02-15 CHURN -100 | 1 1 0 0 | 0.000000 0.000000 1.000000 1.000000 1.000000
            one of two subscriptions     | 2025-02 | 2025-01-03 NEW 100, 2025-01-04 EXPANSION 60, 2025-02-28 CONTRACTION -60 | 1 0 0 1 | 0.625000 0.625000 0.375000 0.000000 0.000000
            up, then down by as much     | 2025-02 | 2025-01-03 NEW 100, 2025-02-01 EXPANSION 50, 2025-02-28 CONTRACTION -50 | 1 0 0 1 | 1.000000 1.000000 0.000000 0.000000 0.000000
            growth does not hide a loss  | 2025-02 | 2025-01-03 NEW 100, 2025-02-01 EXPANSION 50; 2025-01-09 NEW 100, 2025-02-02 CHURN -100 | 2 1 0 1 | 0.750000 0.500000 0.250000 0.500000 0.500000
            half a year away             | 2025-08 | 2025-01-03 NEW 100, 2025-02-01 CHURN -100, 2025-08-31 REACTIVATION 100; 2025-01-03 NEW 100 | 1 0 0 2 | 1.000000 1.000000 -1.000000 0.000000 0.000000
            grows in the month it came   | 2025-02 | 2025-01-03 NEW 100; 2025-02-03 NEW 50, 2025-02-10 EXPANSION 50 | 1 0 1 2 | 1.000000 1.000000 -0.500000 0.000000 0.000000
            comes back, and grows        | 2025-03 | 2025-01-03 NEW 100, 2025-02-01 CHURN -100, 2025-03-01 REACTIVATION 90, 2025-03-02 EXPANSION 90; 2025-01-03 NEW 100 | 1 0 0 2 | 1.000000 1.000000 -1.800000 0.000000 0.000000
            back for less, then grows    | 2025-02 | 2025-01-03 NEW 100, 2025-02-10 CHURN -100, 2025-02-12 REACTIVATION 60, 2025-02-20 EXPANSION 90 | 1 0 0 1 | 1.500000 1.000000 -0.500000 0.000000 0.500000
            free, and pays later         | 2025-03 | 2025-03-15 NEW 30; 2025-01-03 NEW 100 | 1 0 1 2 | 1.000000 1.000000 0.000000 0.000000 0.000000
            nothing yet                  | 2024-12 | 2025-01-03 NEW 100 | 0 0 0 0 | - - - - -
            long after                   | 2027-01 | 2025-01-03 NEW 100, 2025-02-01 CHURN -100 | 0 0 0 0 | - - - - -
            """)
    void shouldMakeFiguresOfMovements(
            String name, YearMonth month, String movements, String customers, String figures) {
        var told = told(MetricMonths::known, movements, month);
        var of = told.month();
        assertThat(of.isBalanced()).isTrue();
        assertThat("%d %d %d %d"
                        .formatted(of.startCustomers(), of.lostCustomers(), of.newCustomers(), of.endCustomers()))
                .isEqualTo(customers);
        assertThat(Arrays.asList(
                                of.netRetention(),
                                of.grossRetention(),
                                of.netChurn(),
                                of.logoChurn(MetricPolicy.RIVULET),
                                of.logoChurn(MetricPolicy.STRIPE))
                        .stream()
                        .map(MonthCasesTest::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(figures);
        assertThat(told.before()).hasSize(MetricPolicy.TRAILING);
    }

    /** What customers had before and after a month. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("customers")
    void shouldRetainOfEachCustomerAsPublished(String id, JsonNode input, JsonNode expected) {
        var accounts = StreamSupport.stream(input.path("accounts").spliterator(), false)
                .map(account -> account(account.get(0).asLong(), account.get(1).asLong()))
                .collect(Collectors.joining(";"));
        var month = told(MetricMonths::known, accounts, YearMonth.of(2025, 2)).month();
        assertThat(month.isBalanced()).isTrue();
        assertThat(text(month.grossRetention())).isEqualTo(expected.path("grr").asText());
        assertThat(text(month.netRetention())).isEqualTo(expected.path("nrr").asText());
    }

    private static String account(long before, long after) {
        var kind = after == 0 ? "CHURN" : after < before ? "CONTRACTION" : "EXPANSION";
        return "2025-01-15 NEW " + before + (after == before ? "" : ",2025-02-15 " + kind + " " + (after - before));
    }

    static Stream<Arguments> customers() {
        return PublishedCases.about("MRR by customer");
    }

    /** The month as it was reported knows nothing of what was heard after noon of the day after it. */
    @Test
    void shouldReportWhatWasKnown() {
        var late = "2025-01-03 NEW 100, 2025-02-10 CHURN -100 2025-03-01T12:00:01Z";
        var february = YearMonth.of(2025, 2);
        assertThat(told(MetricMonths::known, late, february).month().lostCustomers())
                .isOne();
        assertThat(told(MetricMonths::reported, late, february).month().lostCustomers())
                .isZero();
        var inTime = "2025-01-03 NEW 100, 2025-02-10 CHURN -100 2025-03-01T12:00:00Z";
        assertThat(told(MetricMonths::reported, inTime, february).month().lostCustomers())
                .isOne();
        // March began with the customer, as was thought; what February was reported as stays as it was.
        var march = told(MetricMonths::reported, late, february.plusMonths(1));
        assertThat(march.month().startCustomers()).isZero();
        assertThat(march.before().getLast().lostCustomers()).isZero();
        assertThat(march.before().getLast().endCustomers()).isOne();
    }

    private static String text(Result result) {
        return result.value() == null ? "-" : result.value().toPlainString();
    }

    private static Told told(BiFunction<Levels, Integer, Told> read, String accounts, YearMonth month) {
        var sums = new TreeMap<Integer, Figures>();
        for (var account : accounts.split(";")) {
            AccountRevenue.contribution(MovementText.account(account))
                    .forEach((cell, figures) -> sums.merge(Revenue.number(cell.month()), figures, Figures::plus));
        }
        return read.apply(Levels.of(sums), Revenue.number(month));
    }
}
