package dev.rivulet.success.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceUseTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 28);

    @ParameterizedTest(name = "{2}: {1} of {0}")
    @CsvSource(nullValues = "null", textBlock = """
            25,   19, typical,              0.7600, 0
            3,     1, rounded down,         0.3333, 0
            3,     2, rounded up,           0.6667, 0
            10,   10, full,                 1.0000, 0
            10,   13, overage,              1.3000, 3
            1500,  0, nobody came,          0.0000, 0
            0,     0, nothing purchased,    null,   0
            0,     4, used without buying,  null,   4
            """)
    void shouldRelateUsersToSeats(int purchased, int active, String name, BigDecimal utilisation, int overage) {
        var use = new LicenceUse(purchased, active, purchased == 0 ? null : TODAY.minusDays(100));
        assertThat(use.utilisation()).isEqualTo(utilisation);
        assertThat(use.overage()).isEqualTo(overage);
        assertThat(use.fullness()).isEqualTo(utilisation);
    }

    @ParameterizedTest(name = "{0} users, seats for {1} days")
    @CsvSource(nullValues = "null", textBlock = """
            0, 0,  null
            0, 26, null
            0, 27, 0.0000
            0, 99, 0.0000
            2, 0,  0.2000
            """)
    void shouldNotHoldItAgainstACustomerThatItHasOnlyStarted(int active, int days, BigDecimal meaningful) {
        var use = new LicenceUse(10, active, TODAY.minusDays(days));
        assertThat(use.meaningfulUtilisation(TODAY)).isEqualTo(meaningful);
    }

    @ParameterizedTest(name = "{0} bought, {1} active, {2} without a seat, for {3} days")
    @CsvSource(nullValues = "null", textBlock = """
            10,   5,  5, 100, 0.5000
            10,   5,  0, 100, 0.5000
            10,   4,  6, 100, 0.6000
            10,   0,  3, 100, 1.0000
            10,   12, 0, 100, 0.0000
            3,    1,  0, 100, 0.6667
            1500, 0,  0, 27,  1.0000
            1500, 0,  0, 26,  null
            0,    4,  0, 100, null
            """)
    void shouldTellWhichPartNobodyUses(int purchased, int active, int unassigned, int days, BigDecimal idleness) {
        var use = new LicenceUse(purchased, active, active, unassigned, true, TODAY.minusDays(days));
        assertThat(use.meaningfulIdleness(TODAY)).isEqualTo(idleness);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-28, 2025-03-01", "2024-03-10, 2024-02-12"})
    void shouldLookBack28DaysTodayIncluded(LocalDate today, LocalDate start) {
        assertThat(LicenceUse.windowStart(today)).isEqualTo(start);
    }

    @ParameterizedTest(name = "{0} days")
    @CsvSource(nullValues = "null", textBlock = """
            0,   null,   null
            27,  null,   null
            28,  0.4000, 1.2500
            59,  0.6000, 0.8333
            90,  0.8000, 0.6250
            800, 0.8000, 0.6250
            """)
    void shouldExpectMoreOfOlderSeats(int days, BigDecimal target, BigDecimal attainment) {
        var use = new LicenceUse(10, 5, TODAY.minusDays(days));
        assertThat(use.target(TODAY)).isEqualTo(target);
        assertThat(use.attainment(TODAY)).isEqualTo(attainment);
        assertThat(new LicenceUse(0, 5, null).target(TODAY)).isNull();
        assertThat(new LicenceUse(0, 5, null).attainment(TODAY)).isNull();
    }

    @ParameterizedTest(name = "{0} bought, {1} assigned, {2} active, {3} without a seat")
    @CsvSource(nullValues = "null", textBlock = """
            1500, 400, 0,  0, 0.0000, 0.2667, 1500, 0, 73500.00
            10,   8,   5,  1, 0.5000, 0.8000, 5,    0, 24500.00
            10,   10,  4,  6, 0.4000, 1.0000, 6,    0, 29400.00
            3,    3,   2,  0, 0.6667, 1.0000, 1,    0, 16333.33
            3,    5,   4,  1, 1.3333, 1.6667, 0,    2, 0.00
            10,   12,  8,  0, 0.8000, 1.2000, 2,    2, 9800.00
            10,   12,  8,  4, 0.8000, 1.2000, 2,    2, 9800.00
            10,   12,  8,  5, 0.8000, 1.2000, 2,    3, 9800.00
            0,    2,   1,  1, null,   null,   0,    2, 0.00
            """)
    void shouldTellAssignedFromActiveAndTheMoneyIdle(
            int purchased,
            int assigned,
            int active,
            int unassigned,
            BigDecimal utilisation,
            BigDecimal assignment,
            int idle,
            int overage,
            String money) {
        var recurring = Money.of(purchased == 1500 ? "73500.00" : "49000.00", "EUR");
        var use = new LicenceUse(purchased, assigned, active, unassigned, true, TODAY.minusDays(100));
        assertThat(use.utilisation()).isEqualTo(utilisation);
        assertThat(use.assignment()).isEqualTo(assignment);
        assertThat(use.idle()).isEqualTo(idle);
        assertThat(use.overage()).isEqualTo(overage);
        assertThat(use.idle(recurring)).isEqualTo(Money.of(money, "EUR"));
    }

    @ParameterizedTest(name = "{0} bought, {1} assigned, {2} active, {3} without a seat, reported: {4}")
    @CsvSource(nullValues = "null", textBlock = """
            10, 9,  4, 0, true,  0.9000
            10, 9,  4, 0, false, 0.4000
            10, 9,  8, 2, true,  1.0000
            10, 12, 8, 0, true,  1.2000
            0,  2,  1, 1, true,  null
            """)
    void shouldTellHowManySeatsAreTaken(
            int purchased, int assigned, int active, int unassigned, boolean reported, BigDecimal fullness) {
        var use = new LicenceUse(purchased, assigned, active, unassigned, reported, TODAY.minusDays(100));
        assertThat(use.fullness()).isEqualTo(fullness);
    }

    /** Whose seats are assumed has as many as were used of late, one after the other. */
    @Test
    void shouldNotTakeAssumedSeatsForSeatsGivenOut() {
        assertThat(new LicenceUse(10, 12, 8, 0, false, TODAY.minusDays(100)).overage())
                .isZero();
    }

    @ParameterizedTest(name = "{0} of which {1} are paid for, {2} active")
    @CsvSource(textBlock = """
            20, 0,  0,  20, 0.00
            30, 20, 15, 15, 25.00
            30, 20, 0,  30, 100.00
            30, 20, 25, 5,  0.00
            """)
    void shouldWasteNothingOnSeatsThatAreTried(int purchased, int paid, int active, int idle, String money) {
        var use = new LicenceUse(purchased, paid, active, active, 0, false, TODAY.minusDays(100));
        assertThat(use.idle()).isEqualTo(idle);
        assertThat(use.idle(Money.of("100.00", "EUR"))).isEqualTo(Money.of(money, "EUR"));
    }
}
