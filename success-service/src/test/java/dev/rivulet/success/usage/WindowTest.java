package dev.rivulet.success.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void shouldLieInTheBitsOfItsMonths() {
        assertThat(Window.of(7, LocalDate.of(2025, 1, 30), LocalDate.of(2025, 3, 2)))
                .isEqualTo(List.of(
                        new Window(LocalDate.of(2025, 1, 1), 7, 0b110_0000_0000_0000_0000_0000_0000_0000),
                        new Window(LocalDate.of(2025, 2, 1), 7, 0b1111_1111_1111_1111_1111_1111_1111),
                        new Window(LocalDate.of(2025, 3, 1), 7, 0b11)));
    }

    @Test
    void shouldHaveEveryDayOnce() {
        var first = LocalDate.of(2023, 12, 25);
        for (var length = 1; length < 100; length++) {
            var bits = Window.of(0, first, first.plusDays(length - 1)).stream()
                    .mapToInt(window -> Integer.bitCount(window.bits()))
                    .sum();
            assertThat(bits).isEqualTo(length);
        }
    }
}
