package dev.rivulet.success.digest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-W12, 2026-03-16
            2026-W01, 2025-12-29
            2020-W53, 2020-12-28
            2021-W01, 2021-01-04
            2000-W01, 2000-01-03
            2099-W53, 2099-12-28
            """)
    void shouldBeReadAsItIsWritten(String text, LocalDate monday) {
        var week = Week.parse(text).orElseThrow();
        assertThat(week.monday()).isEqualTo(monday);
        assertThat(week).hasToString(text);
        assertThat(week.begin()).isEqualTo(monday + "T00:00:00Z");
        assertThat(week.end()).isEqualTo(monday.plusDays(7) + "T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-W00",
                "2026-W54",
                "2021-W53",
                "2026-12",
                "2026-W1",
                "26-W12",
                "2026W12",
                "1999-W52",
                "2100-W01",
                ""
            })
    void shouldBeAWeekOfThisCentury(String text) {
        assertThat(Week.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-22T23:59:59Z, 2026-W12, 2026-W11
            2026-03-23T00:00:00Z, 2026-W13, 2026-W11
            2026-03-23T05:59:59Z, 2026-W13, 2026-W11
            2026-03-23T06:00:00Z, 2026-W13, 2026-W12
            2026-03-29T12:00:00Z, 2026-W13, 2026-W12
            """)
    void shouldCloseTheMorningAfter(Instant time, String week, String lastClosed) {
        assertThat(Week.of(time)).hasToString(week);
        assertThat(Week.lastClosed(time)).hasToString(lastClosed);
    }

    @Test
    void shouldBeCountedAcrossYears() {
        var week = Week.parse("2020-W52").orElseThrow();
        assertThat(week.plus(1)).hasToString("2020-W53");
        assertThat(week.plus(2)).hasToString("2021-W01");
        assertThat(week.until(week.plus(54))).isEqualTo(54);
        assertThat(week.compareTo(week.plus(1))).isNegative();
        assertThatThrownBy(() -> new Week(LocalDate.of(2026, 3, 17))).isInstanceOf(IllegalArgumentException.class);
    }
}
