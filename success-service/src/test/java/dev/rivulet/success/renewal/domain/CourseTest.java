package dev.rivulet.success.renewal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

    @ParameterizedTest(name = "{0} to {1}, years from {2} on the {3}., asked from {4}: {5}")
    @CsvSource({
        // Paid by the year, from its start.
        "2025-03-15, , 2025-03-15, 15, 2025-03-15, 2026-03-15",
        "2025-03-15, , 2025-03-15, 15, 2026-03-15, 2026-03-15",
        "2025-03-15, , 2025-03-15, 15, 2026-03-16, 2027-03-15",
        // Not begun yet.
        "2027-03-15, , 2027-03-15, 15, 2026-01-01, 2028-03-15",
        // By the calendar: the first year is a short one.
        "2025-03-15, , 2025-01-01, 1, 2025-03-15, 2026-01-01",
        // Charged from the end of a trial on, which is no renewal.
        "2025-03-01, , 2025-03-31, 31, 2025-03-01, 2026-03-31",
        // 29 February finds back to itself.
        "2024-02-29, , 2024-02-29, 29, 2024-03-01, 2025-02-28",
        "2024-02-29, , 2024-02-29, 29, 2027-06-01, 2028-02-29",
        // Its end is decided, whatever its period.
        "2025-03-15, 2025-09-30, 2025-03-15, 15, 2025-04-01, 2025-09-30",
        "2025-03-15, 2025-09-30, , , 2025-04-01, 2025-09-30",
        "2025-03-15, 2025-09-30, , , 2025-09-30, 2025-09-30",
        "2025-03-15, 2025-09-30, , , 2025-10-01, ",
        // Runs on, paid by the month.
        "2025-03-15, , , , 2025-04-01, ",
    })
    void shouldComeUp(
            LocalDate start, LocalDate end, LocalDate first, Integer day, LocalDate from, LocalDate expected) {
        var years = first == null ? null : new Anniversary(first, day);
        assertThat(new Course(start, end, years).next(from).orElse(null)).isEqualTo(expected);
    }

    @Test
    void shouldComeUpOnceAYearWhereverItBegan() {
        var seed = 20260331L;
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var start = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
            var course = new Course(start, null, new Anniversary(start, start.getDayOfMonth()));
            var due = course.next(start).orElseThrow();
            for (var year = 1; year <= 8; year++) {
                assertThat(due).as("seed %s, from %s", seed, start).isEqualTo(start.plusYears(year));
                assertThat(course.next(due)).contains(due);
                due = course.next(due.plusDays(1)).orElseThrow();
            }
        }
    }

    @Test
    void shouldRefuseADayThatNoMonthHas() {
        assertThatThrownBy(() -> new Anniversary(LocalDate.of(2025, 1, 1), 32)).hasMessageContaining("32");
    }
}
