package dev.rivulet.subscription.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final UUID SUBSCRIPTION = UUID.randomUUID();
    private static final UUID PAYER = UUID.randomUUID();
    private static final Currency EUR = Currency.getInstance("EUR");

    /**
     * What is expected for 2026-02-01..2026-03-01; lines as start..end amount discount tax days/periodDays; the cause.
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "49.00, 2026-02-01..2026-03-01 49.00 0 0 28/28, -",
                "58.31, 2026-02-01..2026-03-01 49.00 0 9.31 28/28, -",
                "98.00, 2026-02-01..2026-03-01 49.00 0 0 28/28;2026-02-01..2026-03-01 49.00 0 0 28/28, -",
                "44.10, 2026-02-01..2026-03-01 49.00 4.90 0 28/28, -",
                "49.00, 2026-02-01..2026-03-01 49.00 0 9.31 28/28, TAX",
                "49.00, 2026-02-01..2026-03-01 49.00 4.90 0 28/28, DISCOUNT",
                "49.01, 2026-02-01..2026-03-01 49.00 0 0 28/28, ROUNDING",
                "49.02, 2026-02-01..2026-03-01 49.00 0 0 28/28, PRICE",
                "97.98, 2026-02-01..2026-03-01 49.00 0 0 28/28;2026-02-01..2026-03-01 49.00 0 0 28/28, ROUNDING",
                "39.00, 2026-02-01..2026-03-01 49.00 0 0 28/28, PRICE",
                "49.00, 2026-02-01..2026-03-01 24.50 0 0 14/28, DAYS",
                "49.00, 2026-02-15..2026-03-01 24.50 0 0 14/28, PERIOD",
                "49.00, 2026-02-02..2026-03-02 49.00 0 0 28/28, PERIOD",
                "49.00, 2026-03-01..2026-04-01 49.00 0 0 31/31, NOT_BILLED"
            })
    void shouldNameTheFirstCauseThatExplainsIt(String expected, String lines, Cause cause) {
        var billed = Arrays.stream(lines.split(";")).map(ComparisonTest::billed).toList();

        var finding = Comparison.of(List.of(february(expected)), billed).getFirst();

        assertThat(finding.cause()).isEqualTo(cause);
        assertThat(finding.verdict())
                .isEqualTo(
                        cause == null
                                ? Verdict.MATCH
                                : cause == Cause.NOT_BILLED ? Verdict.MISSING : Verdict.DIFFERENT);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2026-02-15, -, CHARGED_THROUGH", "-, 2026-02-01, ENDED", "2026-02-01, 2026-03-01, NOT_BILLED"})
    void shouldSayWhyNothingIsBilled(LocalDate chargedThrough, LocalDate ends, Cause cause) {
        var expected = new Expected(
                1,
                SUBSCRIPTION,
                PAYER,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-01"),
                eur("49.00"),
                chargedThrough,
                ends);

        assertThat(Comparison.of(List.of(expected), List.of()))
                .extracting(Finding::cause)
                .containsExactly(cause);
    }

    @Test
    void shouldReportWhatNobodyExpectedUpToTheLastDayExpected() {
        var january = billed("2026-01-01..2026-02-01 49.00 0 0 31/31");
        var february = billed("2026-02-01..2026-03-01 49.00 0 0 28/28");
        var march = billed("2026-03-01..2026-04-01 49.00 0 0 31/31");

        var findings = Comparison.of(List.of(february("49.00")), List.of(january, february, march));

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.MATCH, Verdict.UNEXPECTED);
        assertThat(findings.getLast().lines()).containsExactly(january);
    }

    @Test
    void shouldComparePayersAsAWholeWhateverThePeriodsOfTheirSubscriptions() {
        var all = new Expected(
                1, null, PAYER, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-01"), eur("70.00"), null, null);

        var findings = Comparison.of(
                List.of(all),
                List.of(
                        billed("2026-02-01..2026-03-01 49.00 0 0 28/28"),
                        billed("2026-02-14..2026-03-14 21.00 0 0 28/28")));

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.MATCH);
    }

    @Test
    void shouldNotCompareCurrencies() {
        var dollars = new Expected(
                1,
                SUBSCRIPTION,
                PAYER,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-01"),
                Money.of(new BigDecimal("49.00"), Currency.getInstance("USD")),
                null,
                null);

        assertThat(Comparison.of(List.of(dollars), List.of(billed("2026-02-01..2026-03-01 49.00 0 0 28/28"))))
                .extracting(Finding::cause)
                .containsExactly(Cause.CURRENCY);
    }

    private static Expected february(String amount) {
        return new Expected(
                1,
                SUBSCRIPTION,
                PAYER,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-01"),
                eur(amount),
                null,
                null);
    }

    private static Billed billed(String text) {
        var parts = text.split("\\.\\.| |/");
        return new Billed(
                SUBSCRIPTION,
                PAYER,
                "base",
                "RECURRING",
                1,
                LocalDate.parse(parts[0]),
                LocalDate.parse(parts[1]),
                BigDecimal.ONE,
                new BigDecimal("49.00"),
                eur(parts[2]),
                eur(parts[3]),
                eur(parts[4]),
                false,
                Integer.parseInt(parts[5]),
                Integer.parseInt(parts[6]),
                "{}");
    }

    private static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), EUR);
    }
}
