package dev.rivulet.catalog.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.activity.domain.RevenueByCode.Earned;
import dev.rivulet.kit.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevenueByCodeTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency RUB = Currency.getInstance("RUB");

    @Test
    void shouldAddUpByCodeAndCurrency() {
        var revenue = RevenueByCode.of(
                List.of(
                        earned("62.09", "10.00", "EUR"),
                        earned("47.91.2", "5.00", "EUR"),
                        earned("62.09", "0.50", "EUR"),
                        earned("47.91.2", "900.00", "RUB")),
                "62.09");
        assertThat(revenue.byCode())
                .isEqualTo(Map.of(
                        "47.91.2", List.of(Money.of("5.00", "EUR"), Money.of("900.00", "RUB")),
                        "62.09", List.of(Money.of("10.50", "EUR"))));
        assertThat(revenue.highest()).isEqualTo(Map.of(EUR, "62.09", RUB, "47.91.2"));
        assertThat(revenue.mainCodeTrailsIn("62.09")).containsExactly(RUB);
        assertThat(revenue.mainCodeTrailsIn("47.91")).containsExactly(EUR);
    }

    @Test
    void shouldLetTheMainCodeWinATie() {
        var tied = List.of(earned("47.91.2", "5.00", "EUR"), earned("62.09", "5.00", "EUR"));
        assertThat(RevenueByCode.of(tied, "62.09").mainCodeTrailsIn("62.09")).isEmpty();
        assertThat(RevenueByCode.of(tied, "47.91.2").mainCodeTrailsIn("47.91.2"))
                .isEmpty();
    }

    @Test
    void shouldCountWhatIsUnderTheMainCodeAsItsOwn() {
        var revenue = RevenueByCode.of(List.of(earned("47.91.2", "5.00", "EUR")), "47.91");
        assertThat(revenue.mainCodeTrailsIn("47.91")).isEmpty();
        assertThat(RevenueByCode.of(List.of(), "62.09").mainCodeTrailsIn("62.09"))
                .isEmpty();
    }

    @Test
    void shouldKnowALossFromNothing() {
        var revenue =
                RevenueByCode.of(List.of(earned("47.91.2", "-5.00", "EUR"), earned("62.09", "-7.00", "EUR")), "62.09");
        assertThat(revenue.highest()).isEqualTo(Map.of(EUR, "47.91.2"));
    }

    private static Earned earned(String code, String amount, String currency) {
        return new Earned(code, Money.of(amount, currency));
    }
}
