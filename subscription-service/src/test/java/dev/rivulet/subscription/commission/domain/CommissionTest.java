package dev.rivulet.subscription.commission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommissionTest {

    private static final LocalDate START = LocalDate.of(2024, 2, 29);

    @ParameterizedTest
    @CsvSource({
        "49.00, EUR, 20, 9.80",
        "0.12, EUR, 12.5, 0.02",
        "0.02, EUR, 20, none",
        "-49.00, EUR, 20, -9.80",
        "333, JPY, 7.5, 25",
        "1.111, KWD, 50, 0.556"
    })
    void shouldShareTheNetAmountRoundedOnce(String base, String currency, String percent, String share) {
        var commission = Commission.of(rule(percent, Recurrence.RECURRING), Money.of(base, currency), START, START);

        if (share.equals("none")) {
            assertThat(commission).isEmpty();
        } else {
            assertThat(commission.orElseThrow().amount()).isEqualTo(Money.of(share, currency));
            assertThat(commission.orElseThrow().unrounded())
                    .isEqualByComparingTo(new BigDecimal(base)
                            .multiply(new BigDecimal(percent))
                            .movePointLeft(2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_YEAR, 2024-02-29, true",
        "FIRST_YEAR, 2025-02-27, true",
        "FIRST_YEAR, 2025-02-28, false",
        "RECURRING, 2034-01-01, true"
    })
    void shouldEarnAsLongAsTheRuleSays(Recurrence recurrence, LocalDate periodStart, boolean earns) {
        assertThat(Commission.of(rule("20", recurrence), Money.of("49.00", "EUR"), periodStart, START)
                        .isPresent())
                .isEqualTo(earns);
    }

    @Test
    void shouldTakeBackExactlyWhatWasEarnedInWhateverParts() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++) {
            var sign = random.nextInt(4) == 0 ? -1 : 1;
            var base = Money.of(BigDecimal.valueOf(sign * (1 + random.nextLong(100_000)), 2), euro());
            var percent = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4);
            var earned = Commission.share(base, percent);
            var standing = earned;
            var givenBack = Money.zero(euro());
            while (!givenBack.equals(base)) {
                var rest = Math.abs(base.minus(givenBack).minor());
                givenBack = givenBack.plus(new Money(sign * (1 + random.nextLong(rest)), euro()));
                standing = standing.plus(Commission.reversal(base, percent, standing, givenBack));
                assertThat(standing)
                        .as("seed %d, %s of %s, %s back", seed, percent, base, givenBack)
                        .isEqualTo(Commission.share(base.minus(givenBack), percent));
            }
            assertThat(standing.isZero()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void shouldTakeBackNoMoreThanWasEarned() {
        var base = Money.of("49.00", "EUR");
        var percent = new BigDecimal("20");

        assertThat(Commission.reversal(base, percent, Money.of("9.80", "EUR"), Money.of("60.00", "EUR")))
                .isEqualTo(Money.of("-9.80", "EUR"));
        assertThat(Commission.reversal(base, percent, Money.zero(euro()), Money.of("60.00", "EUR")))
                .isEqualTo(Money.zero(euro()));
    }

    private static Currency euro() {
        return Currency.getInstance("EUR");
    }

    private static Rule rule(String percent, Recurrence recurrence) {
        return new Rule(
                UUID.randomUUID(),
                new BigDecimal(percent),
                recurrence,
                null,
                null,
                null,
                LocalDate.of(2020, 1, 1),
                null);
    }
}
