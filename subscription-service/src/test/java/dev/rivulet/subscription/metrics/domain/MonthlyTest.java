package dev.rivulet.subscription.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.metrics.domain.Monthly.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyTest {

    @ParameterizedTest
    @CsvSource({
        "49.00, EUR, MONTH, 1, 49.00",
        "49.00, EUR, MONTH, 2, 24.50",
        "100.00, EUR, YEAR, 1, 8.33",
        "100.00, EUR, YEAR, 2, 4.17",
        "1.50, EUR, YEAR, 1, 0.13",
        "100.00, EUR, QUARTER, 1, 33.33",
        "200.00, EUR, QUARTER, 1, 66.67",
        "100.00, EUR, HALF_YEAR, 1, 16.67",
        "10.00, EUR, WEEK, 1, 43.33",
        "30.00, EUR, WEEK, 2, 65.00",
        "1.00, EUR, DAY, 1, 30.42",
        "10.00, EUR, DAY, 30, 10.14",
        "1000, JPY, YEAR, 1, 83",
        "0.00, EUR, DAY, 1, 0.00"
    })
    void shouldBeWorthAMonth(String price, String currency, Unit unit, int count, String monthly) {
        assertThat(Monthly.of(Money.of(price, currency), unit, count)).isEqualTo(Money.of(monthly, currency));
    }

    @Test
    void shouldRefuseNoInterval() {
        assertThatThrownBy(() -> Monthly.of(Money.of("1.00", "EUR"), Unit.MONTH, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
