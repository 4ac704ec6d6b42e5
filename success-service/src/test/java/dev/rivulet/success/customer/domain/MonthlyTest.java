package dev.rivulet.success.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.PublishedCases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthlyTest {

    @ParameterizedTest
    @CsvSource({
        "49.00, EUR, MONTH, 49.00",
        "1200.00, EUR, YEAR, 100.00",
        "100.00, EUR, YEAR, 8.33",
        "100.00, EUR, QUARTER, 33.33",
        "100.03, EUR, HALF_YEAR, 16.67",
        "10.00, EUR, WEEK, 43.33",
        "1.00, EUR, DAY, 30.42",
        "1000, JPY, YEAR, 83",
    })
    void shouldBeThePriceOfAMonth(String price, String currency, String period, String monthly) {
        assertThat(Monthly.of(Money.of(price, currency), period)).contains(Money.of(monthly, currency));
    }

    /** 100 subscribers of 100 a month and 50 of 600 a year; the plan of 1200 a year. */
    @ParameterizedTest
    @ValueSource(strings = {"mrr-stripe-mix", "mrr-stripe-annual"})
    void shouldAddUpAsPublished(String id) {
        var published = PublishedCases.of(id);
        var input = published.path("input");
        var sum = input.has("annual_price")
                ? monthly(input.path("annual_price"), "YEAR")
                : all(input.path("monthly"), "MONTH").plus(all(input.path("annual"), "YEAR"));
        assertThat(sum.decimal())
                .isEqualByComparingTo(published.at("/expected/mrr").decimalValue());
    }

    private static Money all(JsonNode plans, String period) {
        var sum = Money.of("0.00", "EUR");
        for (var plan : plans) {
            sum = sum.plus(monthly(plan.path("price"), period)
                    .times(plan.path("subscribers").asLong()));
        }
        return sum;
    }

    private static Money monthly(JsonNode price, String period) {
        return Monthly.of(Money.of(price.asText(), "EUR"), period).orElseThrow();
    }

    @Test
    void shouldKnowNoOtherPeriods() {
        assertThat(Monthly.of(Money.of("1.00", "EUR"), "FORTNIGHT")).isEmpty();
    }

    @Test
    void shouldTellWhereACustomerStandsByItsSubscriptions() {
        assertThat(CustomerStatus.of(List.of())).isEqualTo(CustomerStatus.NEW);
        for (var phase : List.of("SCHEDULED", "TRIAL", "RUNNING", "PAUSED")) {
            assertThat(CustomerStatus.of(List.of("ENDED", phase))).isEqualTo(CustomerStatus.ACTIVE);
        }
        assertThat(CustomerStatus.of(List.of("ENDED", "ENDED"))).isEqualTo(CustomerStatus.CHURNED);
    }
}
