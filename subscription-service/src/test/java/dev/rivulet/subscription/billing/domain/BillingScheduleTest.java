package dev.rivulet.subscription.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BillingScheduleTest {

    static Stream<Arguments> anniversaries() {
        return Stream.of(
                Arguments.of("2025-01-15", List.of("2025-01-15", "2025-02-15", "2025-03-15", "2025-04-15")),
                // 31 January comes back to the 31st.
                Arguments.of(
                        "2025-01-31", List.of("2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31")),
                Arguments.of("2024-01-31", List.of("2024-01-31", "2024-02-29", "2024-03-31")),
                // Case LA-031 of the shared billing cases, with two Februaries.
                Arguments.of(
                        "2022-12-31",
                        List.of(
                                "2022-12-31",
                                "2023-01-31",
                                "2023-02-28",
                                "2023-03-31",
                                "2023-04-30",
                                "2023-05-31",
                                "2023-06-30",
                                "2023-07-31",
                                "2023-08-31",
                                "2023-09-30",
                                "2023-10-31",
                                "2023-11-30",
                                "2023-12-31",
                                "2024-01-31",
                                "2024-02-29",
                                "2024-03-31")),
                Arguments.of(
                        "2025-08-30",
                        List.of(
                                "2025-08-30",
                                "2025-09-30",
                                "2025-10-30",
                                "2025-11-30",
                                "2025-12-30",
                                "2026-01-30",
                                "2026-02-28",
                                "2026-03-30")));
    }

    @ParameterizedTest
    @MethodSource("anniversaries")
    void shouldCountEveryPeriodFromTheAnchor(LocalDate anchor, List<String> starts) {
        var schedule = new BillingSchedule(anchor);

        assertThat(IntStream.range(0, starts.size())
                        .mapToObj(k -> schedule.start(k).toString()))
                .containsExactlyElementsOf(starts);
    }

    @Test
    void shouldReturnToTheLeapDay() {
        var schedule = new BillingSchedule(LocalDate.parse("2024-02-29"));

        assertThat(schedule.start(12)).isEqualTo("2025-02-28");
        assertThat(schedule.start(13)).isEqualTo("2025-03-29");
        assertThat(schedule.start(48)).isEqualTo("2028-02-29");
    }

    @ParameterizedTest
    @CsvSource({"2025-01-31", "2024-02-29", "2025-08-30", "2026-03-01", "2023-12-31"})
    void shouldLeaveNoGapAndNoOverlap(LocalDate anchor) {
        var schedule = new BillingSchedule(anchor);

        for (var k = 0; k < 120; k++) {
            assertThat(schedule.period(k).end())
                    .isEqualTo(schedule.period(k + 1).start());
            assertThat(schedule.period(k).start()).isBefore(schedule.period(k).end());
        }
    }

    @ParameterizedTest
    @CsvSource({
        // anchor, day, end of the period that holds it
        "2025-01-31, 2025-01-30, 2025-01-31", // not begun: nothing is charged
        "2025-01-31, 2025-01-31, 2025-02-28",
        "2025-01-31, 2025-02-27, 2025-02-28",
        "2025-01-31, 2025-02-28, 2025-03-31",
        "2025-01-31, 2025-03-30, 2025-03-31",
        "2025-01-31, 2025-03-31, 2025-04-30",
        "2024-02-29, 2025-02-27, 2025-02-28",
        "2024-02-29, 2025-02-28, 2025-03-29",
        "2025-01-15, 2035-06-14, 2035-06-15",
        "2025-01-15, 2035-06-15, 2035-07-15"
    })
    void shouldFindTheEndOfThePeriodAtADay(LocalDate anchor, LocalDate day, LocalDate end) {
        assertThat(new BillingSchedule(anchor).endOfPeriodAt(day)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-31", "2024-02-29", "2025-11-30"})
    void shouldAgreeWithThePeriodsOnEveryDay(LocalDate anchor) {
        var schedule = new BillingSchedule(anchor);
        var k = 0;

        for (var day = anchor; day.isBefore(anchor.plusYears(5)); day = day.plusDays(1)) {
            if (!schedule.period(k).contains(day)) {
                k++;
            }
            assertThat(schedule.endOfPeriodAt(day)).isEqualTo(schedule.period(k).end());
        }
    }

    @Test
    void shouldBeginAfterTheTrial() {
        assertThat(BillingSchedule.after(LocalDate.parse("2025-01-20"), 14).anchor())
                .isEqualTo("2025-02-03");
        assertThat(BillingSchedule.after(LocalDate.parse("2025-01-20"), 0).anchor())
                .isEqualTo("2025-01-20");
    }

    @Test
    void shouldRefuseWhatIsNoPeriod() {
        var schedule = new BillingSchedule(LocalDate.parse("2025-01-20"));

        assertThatThrownBy(() -> schedule.start(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> BillingSchedule.after(schedule.anchor(), -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Period(schedule.anchor(), schedule.anchor()))
                .hasMessageContaining("no day");
    }
}
