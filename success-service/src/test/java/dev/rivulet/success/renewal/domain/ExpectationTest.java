package dev.rivulet.success.renewal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.figure.domain.Share;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Map<Risk, Share> KEPT =
            Map.of(Risk.LOW, new Share(19, 20), Risk.HIGH, new Share(3, 10), Risk.UNKNOWN, new Share(2, 3));

    @Test
    void shouldExpectTheShareThatWasKept() {
        var expected = expect(Map.of(Risk.LOW, eur("100.00"), Risk.HIGH, eur("100.00")));
        assertThat(expected.due()).isEqualTo(eur("200.00"));
        assertThat(expected.retained()).isEqualTo(eur("125.00"));
        // Wilson: 19 of 20 is 0.7639 to 0.9911, 3 of 10 is 0.1078 to 0.6032.
        assertThat(expected.low()).isEqualTo(eur("87.17"));
        assertThat(expected.high()).isEqualTo(eur("159.43"));
    }

    @Test
    void shouldCountADecidedEndAsLost() {
        var expected = expect(Map.of(Risk.LOW, eur("100.00"), Risk.LOST, eur("70.00")));
        assertThat(expected.due()).isEqualTo(eur("170.00"));
        assertThat(expected.retained()).isEqualTo(eur("95.00"));
        assertThat(expected.high()).isEqualTo(eur("99.11"));
    }

    @Test
    void shouldNotExpectAnythingByTooFew() {
        for (var risk : new Risk[] {Risk.UNKNOWN, Risk.MEDIUM}) {
            var expected = expect(Map.of(Risk.LOW, eur("100.00"), risk, eur("50.00")));
            assertThat(expected.retained()).isNull();
            assertThat(expected.low()).isEqualTo(eur("76.39"));
            assertThat(expected.high()).isEqualTo(eur("149.11"));
        }
    }

    @Test
    void shouldNotMissTheRateOfNoMoney() {
        assertThat(expect(Map.of(Risk.LOW, eur("100.00"), Risk.MEDIUM, eur("0.00")))
                        .retained())
                .isEqualTo(eur("95.00"));
    }

    private static Expectation expect(Map<Risk, Money> due) {
        return Expectation.of(due, KEPT, 10, EUR);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
