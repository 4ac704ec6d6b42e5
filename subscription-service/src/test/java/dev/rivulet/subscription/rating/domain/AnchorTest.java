package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnchorTest {

    private static final LocalDate SWEEP = LocalDate.of(2023, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2024-12-31, 2024-12-31 2025-01-31 2025-02-28 2025-03-31 2025-04-30",
        "MONTH, 2024-01-30, 2024-01-30 2024-02-29 2024-03-30",
        "QUARTER, 2022-11-30, 2022-11-30 2023-02-28 2023-05-30",
        "HALF_YEAR, 2023-08-31, 2023-08-31 2024-02-29 2024-08-31 2025-02-28 2025-08-31",
        "YEAR, 2024-02-29, 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
        "WEEK, 2024-02-26, 2024-02-26 2024-03-04",
        "DAY, 2024-02-28, 2024-02-28 2024-02-29 2024-03-01",
    })
    void shouldComeBackToTheDayOfTheAnchor(BillingPeriod period, LocalDate start, String dates) {
        var anchor = Anchor.anniversary(period, start);
        var wanted = List.of(dates.split(" "));

        assertThat(LongStream.range(0, wanted.size())
                        .mapToObj(k -> anchor.date(k).toString()))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2012-02-01, 31, 2012-02-29, 2012-03-31",
        "MONTH, 2012-03-02, 31, 2012-03-31, 2012-04-30",
        "MONTH, 2012-03-02, 2, 2012-03-02, 2012-04-02",
        "MONTH, 2012-03-02, 1, 2012-04-01, 2012-05-01",
        "YEAR, 2023-02-28, 29, 2023-02-28, 2024-02-29",
        "WEEK, 2023-02-28, 5, 2023-02-28, 2023-03-07",
    })
    void shouldBeginOnTheFirstBillingDayFromTheStart(
            BillingPeriod period, LocalDate start, int day, LocalDate first, LocalDate second) {
        var anchor = Anchor.billingDay(period, start, day);

        assertThat(anchor.date(0)).isEqualTo(first);
        assertThat(anchor.date(1)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-05-22, 2024-05-22, 2024-05-23",
        "WEEK, 2024-05-22, 2024-05-20, 2024-05-27",
        "WEEK, 2024-05-20, 2024-05-20, 2024-05-27",
        "MONTH, 2024-05-22, 2024-05-01, 2024-06-01",
        "QUARTER, 2024-05-22, 2024-04-01, 2024-07-01",
        "HALF_YEAR, 2024-12-31, 2024-07-01, 2025-01-01",
        "YEAR, 2024-05-22, 2024-01-01, 2025-01-01",
    })
    void shouldFollowTheCalendar(BillingPeriod period, LocalDate start, LocalDate from, LocalDate to) {
        assertThat(Anchor.calendar(period, start).periodAt(start)).isEqualTo(new Period(from, to));
    }

    @Test
    void shouldKeepItsDateForAnotherPeriod() {
        var monthly = Anchor.billingDay(BillingPeriod.MONTH, LocalDate.of(2023, 2, 1), 31);

        assertThat(monthly.withPeriod(BillingPeriod.QUARTER).date(1)).isEqualTo("2023-05-31");
        assertThat(monthly.withPeriod(BillingPeriod.WEEK).date(1)).isEqualTo("2023-03-07");
        assertThat(monthly.withPeriod(BillingPeriod.WEEK)
                        .withPeriod(BillingPeriod.MONTH)
                        .date(1))
                .isEqualTo("2023-03-28");
    }

    @Test
    void shouldRefuseADateThatIsNotItsDay() {
        assertThatThrownBy(() -> new Anchor(BillingPeriod.MONTH, LocalDate.of(2024, 3, 30), 31))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Anchor(BillingPeriod.WEEK, LocalDate.of(2024, 3, 30), 32))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Every start in five years, on each of the days that short months have not. */
    @ParameterizedTest
    @EnumSource
    void shouldCoverEveryDayOnce(BillingPeriod period) {
        for (var start = SWEEP; start.isBefore(SWEEP.plusYears(5)); start = start.plusDays(1)) {
            for (var day = 28; day <= 31; day++) {
                var anchor = Anchor.billingDay(period, start, day);
                assertThat(anchor.date(0)).isAfterOrEqualTo(start);
                for (var k = -3; k <= 13; k++) {
                    var one = anchor.period(k);
                    var first = anchor.indexAt(one.start());
                    var last = anchor.indexAt(one.end().minusDays(1));
                    if (first != k || last != k || !one.end().equals(anchor.date(k + 1))) {
                        throw new AssertionError(anchor + ": " + one + " is " + k + ", not " + first + " or " + last);
                    }
                }
            }
        }
    }
}
