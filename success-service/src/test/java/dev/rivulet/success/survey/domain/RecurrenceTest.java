package dev.rivulet.success.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, 1, 0, 2025-01-31",
        "2025-01-31, 1, 1, 2025-02-28",
        "2025-01-31, 1, 2, 2025-03-31",
        "2024-02-29, 12, 1, 2025-02-28",
        "2024-02-29, 12, 4, 2028-02-29",
        "2025-01-15, 3, 5, 2026-04-15",
    })
    void shouldCountFromTheFirstDay(LocalDate first, int months, int occurrence, LocalDate expected) {
        assertThat(new Recurrence(first, months).date(occurrence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2025-01-31, 0",
        "1, 2025-02-28, 1",
        "1, 2025-03-30, 1",
        "1, 2025-03-31, 2",
        "1, 2026-02-01, 12",
        "5, 2025-07-01, 5",
    })
    void shouldLeaveOutWhatWasMissed(int next, LocalDate today, int expected) {
        assertThat(new Recurrence(LocalDate.of(2025, 1, 31), 1).latestDue(next, today))
                .isEqualTo(expected);
    }

    @Test
    void shouldRefuseToStandStill() {
        assertThatThrownBy(() -> new Recurrence(LocalDate.of(2025, 1, 31), 0)).hasMessageContaining("0 months");
    }
}
