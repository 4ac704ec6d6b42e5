package dev.rivulet.success.release.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02,  7, 2026-02-23, 2026-03-03, 2026-03-09
            2026-03-02, 28, 2026-02-02, 2026-03-03, 2026-03-30
            2024-02-29,  1, 2024-02-28, 2024-03-01, 2024-03-01
            """)
    void shouldBeOfEqualLengthWithoutTheDayItself(
            LocalDate day, int days, LocalDate firstBefore, LocalDate firstAfter, LocalDate lastAfter) {
        var windows = new Windows(day, days);
        assertThat(windows.firstBefore()).isEqualTo(firstBefore);
        assertThat(windows.firstBefore().plusDays(days)).isEqualTo(day);
        assertThat(windows.firstAfter()).isEqualTo(firstAfter);
        assertThat(windows.lastAfter()).isEqualTo(lastAfter);
        assertThat(windows.firstAfter().plusDays(days)).isEqualTo(lastAfter.plusDays(1));
        assertThat(windows.isOverOn(lastAfter)).isFalse();
        assertThat(windows.isOverOn(lastAfter.plusDays(1))).isTrue();
    }

    @Test
    void shouldHaveALength() {
        assertThatThrownBy(() -> new Windows(LocalDate.of(2026, 3, 2), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
