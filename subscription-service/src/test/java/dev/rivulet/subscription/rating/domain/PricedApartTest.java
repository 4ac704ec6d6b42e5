package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a period that were rounded each by itself cost to the cent what the whole does, once it is one again. */
class PricedApartTest {

    private static final LocalDate JUNE = LocalDate.parse("2024-06-01");

    @ParameterizedTest
    @CsvSource({
        // A month's price; the days on which a price of its own began; what the parts cost; what is left over of them.
        "19.95, 12, 19.96, -0.01",
        "19.96, 12, 19.96, 0.00",
        "0.01, 8 15 22, 0.00, 0.01",
        "0.02, 8 15 22, 0.01, 0.01",
        "0.03, 8 15 22, 0.04, -0.01",
        "10.00, 2 3, 9.99, 0.01"
    })
    void shouldCostWhatTheWholeDoes(String price, String cuts, String apart, String difference) {
        var timeline = timeline(price);
        var ledger = new Ledger(timeline, span -> Reading.NONE, false);
        ledger.billThrough(JUNE);
        for (var day : cuts.split(" ")) {
            var cut = JUNE.withDayOfMonth(Integer.parseInt(day));
            ledger.billThrough(cut.minusDays(1));
            // The same months, told by another of their beginnings.
            var other = Anchor.anniversary(BillingPeriod.MONTH, JUNE.minusMonths(cut.getDayOfMonth()));
            ledger.become(ledger.timeline.anchoredFrom(cut, other), cut, cut, cut);
        }
        assertThat(ledger.net()).isEqualTo(costs(apart));

        var today = JUNE.withDayOfMonth(28);
        ledger.become(timeline, JUNE, today, today);
        assertThat(ledger.net()).isEqualTo(costs(price));
        assertThat(Money.of(price, "EUR").minus(Money.of(apart, "EUR"))).isEqualTo(Money.of(difference, "EUR"));

        // It is whole now, and may be given back in part and be taken up again.
        var end = JUNE.withDayOfMonth(29);
        ledger.become(timeline.endedAt(end), end, end, end);
        ledger.become(timeline, end, end, end);
        assertThat(ledger.net()).isEqualTo(costs(price));
    }

    private static Map<String, Money> costs(String amount) {
        var money = Money.of(amount, "EUR");
        return money.isZero() ? Map.of() : Map.of("base", money);
    }

    private static Timeline timeline(String price) {
        var fee = Component.of("base", "base", new FlatPrice(new BigDecimal(price)), Timing.IN_ADVANCE);
        return new PlanTerms(
                        new PlanRef(new UUID(0, 1), 1, "Base", null),
                        BillingPeriod.MONTH,
                        Currency.getInstance("EUR"),
                        List.of(fee),
                        null,
                        0,
                        List.of(),
                        null)
                .expand(JUNE, null, 1, new AnchorRule.Anniversary());
    }
}
