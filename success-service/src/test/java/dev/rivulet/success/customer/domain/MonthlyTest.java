package dev.rivulet.success.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
