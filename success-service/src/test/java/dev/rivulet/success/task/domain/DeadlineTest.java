package dev.rivulet.success.task.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    /** 2025-03-03 is a Monday. */
    @ParameterizedTest(name = "{1} days from {0}")
    @CsvSource({
        "2025-03-03, 0, 2025-03-03, 2025-03-03",
        "2025-03-03, 3, 2025-03-06, 2025-03-06",
        "2025-03-06, 3, 2025-03-09, 2025-03-11",
        "2025-03-07, 1, 2025-03-08, 2025-03-10",
        "2025-03-08, 0, 2025-03-08, 2025-03-10",
        "2025-03-08, 1, 2025-03-09, 2025-03-10",
        "2025-03-09, 5, 2025-03-14, 2025-03-14",
        "2025-12-30, 10, 2026-01-09, 2026-01-13",
    })
    void shouldCountFromTheDay(LocalDate from, int days, LocalDate due, LocalDate working) {
        assertThat(Deadline.days(days).from(from)).isEqualTo(due);
        assertThat(Deadline.workingDays(days).from(from)).isEqualTo(working);
    }

    @Test
    void shouldBeWithinAYear() {
        assertThatThrownBy(() -> Deadline.days(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Deadline.workingDays(366)).isInstanceOf(IllegalArgumentException.class);
    }
}
