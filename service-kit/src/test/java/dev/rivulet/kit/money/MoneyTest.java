package dev.rivulet.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "1.005, EUR, 1.01",
        "1.004999, EUR, 1.00",
        "-1.005, EUR, -1.01",
        "0.5, JPY, 1",
        "1.0005, KWD, 1.001",
        "599.95, USD, 599.95",
    })
    void shouldRoundHalfUpToTheMinorUnit(BigDecimal amount, String currency, String expected) {
        assertThat(Money.round(amount, Currency.getInstance(currency)).decimal().toPlainString())
                .isEqualTo(expected);
    }

    /** Fractions from the published test suites of billing engines: price × days / days of the period. */
    @ParameterizedTest
    @CsvSource({
        "9.95, 10, 31, 3.21",
        "599.95, 29, 31, 561.24",
        "599.95, 1, 29, 20.69",
        "29.95, 31, 31, 29.95",
        "29.95, 0, 31, 0.00",
        "0.01, 1, 2, 0.01",
    })
    void shouldMultiplyFirstAndRoundOnce(String price, long part, long whole, String expected) {
        assertThat(Money.of(price, "USD").fraction(part, whole)).isEqualTo(Money.of(expected, "USD"));
    }

    @ParameterizedTest
    @CsvSource({"1.00, 2.00, 1.00", "2.00, 1.00, 1.00", "-2.00, 1.00, -2.00", "1.00, 1.00, 1.00"})
    void shouldTellTheSmallerOfBoth(String one, String other, String smaller) {
        assertThat(Money.of(one, "EUR").min(Money.of(other, "EUR"))).isEqualTo(Money.of(smaller, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, EUR, amount-precision",
        "1e3, EUR, amount-format",
        "1, EUX, currency-unknown",
        "1, XXX, currency-unknown"
    })
    void shouldNameWhatIsWrong(String amount, String currency, String code) {
        assertThatThrownBy(() -> Money.of(amount, currency))
                .isInstanceOfSatisfying(
                        MoneyFormatException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void shouldNotMixCurrencies() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR")
                .hasMessageContaining("USD");
    }

    @Test
    void shouldOverflowLoudly() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, EUR).plus(new Money(1, EUR)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldAllocateByLargestRemainder() {
        assertThat(Money.of("100.00", "EUR").allocate(1, 1, 1))
                .extracting(Money::minor)
                .containsExactly(3334L, 3333L, 3333L);
        assertThat(Money.of("-0.05", "EUR").allocate(1, 1))
                .extracting(Money::minor)
                .containsExactly(-3L, -2L);
        assertThat(Money.of("0.01", "EUR").allocate(0, 5, 0))
                .extracting(Money::minor)
                .containsExactly(0L, 1L, 0L);
    }

    @Test
    void shouldConserveEveryMinorUnit() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++) {
            var amount = new Money(random.nextLong(-1_000_000_000L, 1_000_000_000L), EUR);
            var weights = LongStream.generate(() -> random.nextLong(0, 1_000_000))
                    .limit(random.nextInt(1, 12))
                    .toArray();
            weights[0]++;
            var parts = amount.allocate(weights);
            assertThat(parts.stream().mapToLong(Money::minor).sum())
                    .as("seed %d", seed)
                    .isEqualTo(amount.minor());
            assertNoPartIsAUnitOff(seed, amount, weights, parts);
        }
    }

    private static void assertNoPartIsAUnitOff(long seed, Money amount, long[] weights, List<Money> parts) {
        var total = BigInteger.valueOf(LongStream.of(weights).sum());
        for (var i = 0; i < weights.length; i++) {
            var distance = BigInteger.valueOf(amount.minor())
                    .multiply(BigInteger.valueOf(weights[i]))
                    .subtract(BigInteger.valueOf(parts.get(i).minor()).multiply(total))
                    .abs();
            assertThat(distance).as("seed %d", seed).isLessThan(total);
        }
    }

    @Test
    void shouldKeepItsFormInJson() throws Exception {
        var json = new ObjectMapper();
        assertThat(json.writeValueAsString(Money.of("12.3", "EUR")))
                .isEqualTo("{\"amount\":\"12.30\",\"currency\":\"EUR\"}");
        assertThat(json.readValue("{\"amount\":\"12.30\",\"currency\":\"EUR\"}", Money.class))
                .isEqualTo(Money.of("12.3", "EUR"));
    }
}
