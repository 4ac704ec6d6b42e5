package dev.rivulet.catalog.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 49.00, EUR, 1, 49.00",
        "MONTH, 49.00, EUR, 3, 147.00",
        "YEAR, 120.00, EUR, 1, 10.00",
        "YEAR, 100.00, EUR, 1, 8.33",
        // Rounded once for all of them, not once for each.
        "YEAR, 100.00, EUR, 3, 25.00",
        "YEAR, 0.06, EUR, 1, 0.01",
        "QUARTER, 100.00, EUR, 1, 33.33",
        "HALF_YEAR, 100.00, EUR, 1, 16.67",
        "WEEK, 84.00, EUR, 1, 365.00",
        "WEEK, 10.00, EUR, 1, 43.45",
        "DAY, 1.00, EUR, 1, 30.42",
        "DAY, 12.00, EUR, 2, 730.00",
        "YEAR, 1990, JPY, 1, 166",
        "MONTH, 0.00, EUR, 1000, 0.00"
    })
    void shouldTakeATwelfthOfTheYear(
            BillingPeriod period, String price, String currency, long subscriptions, String monthly) {
        assertThat(period.monthly(Money.of(price, currency), subscriptions)).isEqualTo(Money.of(monthly, currency));
    }
}
