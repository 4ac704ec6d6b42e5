package dev.rivulet.subscription.threshold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.threshold.domain.Threshold.Unbilled;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    private static final List<Unbilled> USAGE = List.of(
            new Unbilled("calls", new BigDecimal("120"), Money.of("30.00", "EUR")),
            new Unbilled("storage", new BigDecimal("7.5"), Money.of("12.00", "EUR")));

    @ParameterizedTest
    @CsvSource({
        "42.00,       ,      , true",
        "42.01,       ,      , false",
        "     , calls , 120  , true",
        "     , calls , 120.1, false",
        "     , seats , 1    , false",
        "99.00, storage, 7.50, true",
        "42.00, storage, 9   , true",
        "99.00, storage, 9   , false"
    })
    void shouldBePassedByTheAmountOrTheQuantity(
            @Nullable String amount, @Nullable String metric, @Nullable String quantity, boolean passed) {
        var threshold = new Threshold(
                amount == null ? null : Money.of(amount, "EUR"),
                metric,
                quantity == null ? null : new BigDecimal(quantity));

        assertThat(threshold.isPassed(USAGE)).isEqualTo(passed);
        assertThat(threshold.isPassed(List.of())).isFalse();
    }

    @Test
    void shouldBeAThreshold() {
        assertThatThrownBy(() -> new Threshold(null, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(null, "calls", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
