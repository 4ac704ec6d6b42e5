package dev.rivulet.success.message.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    /** Among them the night in which summer time begins, and an end that it leaves out. */
    @ParameterizedTest(name = "{0} in {3}, quiet from {1} to {2}")
    @CsvSource({
        "2025-03-03T18:59:00Z, 20:00, 08:00, Europe/Berlin,    2025-03-03T18:59:00Z",
        "2025-03-03T19:00:00Z, 20:00, 08:00, Europe/Berlin,    2025-03-04T07:00:00Z",
        "2025-03-04T06:59:59Z, 20:00, 08:00, Europe/Berlin,    2025-03-04T07:00:00Z",
        "2025-03-04T07:00:00Z, 20:00, 08:00, Europe/Berlin,    2025-03-04T07:00:00Z",
        "2025-03-29T21:00:00Z, 20:00, 08:00, Europe/Berlin,    2025-03-30T06:00:00Z",
        "2025-03-29T21:00:00Z, 20:00, 02:30, Europe/Berlin,    2025-03-30T01:30:00Z",
        "2025-03-03T12:30:00Z, 12:00, 13:00, UTC,              2025-03-03T13:00:00Z",
        "2025-03-03T13:00:00Z, 12:00, 13:00, UTC,              2025-03-03T13:00:00Z",
        "2025-03-03T03:00:00Z, 09:00, 09:00, UTC,              2025-03-03T03:00:00Z",
        "2025-03-03T12:00:00Z, 20:00, 08:00, Asia/Vladivostok, 2025-03-03T22:00:00Z",
    })
    void shouldWaitForTheMorning(Instant time, LocalTime from, LocalTime until, ZoneId zone, Instant next) {
        assertThat(new QuietHours(from, until).next(time, zone)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 9, 16, 25})
    void shouldAllowWhatItHasMovedAndMoveItByLessThanADay(long seed) {
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        var zones = List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/St_Johns"), ZoneId.of("Pacific/Apia"));
        for (var i = 0; i < 2_000; i++) {
            var quiet = new QuietHours(
                    LocalTime.of(random.nextInt(24), random.nextInt(60)),
                    LocalTime.of(random.nextInt(24), random.nextInt(60)));
            var time = Instant.ofEpochSecond(random.nextLong(1_700_000_000L, 1_900_000_000L));
            var zone = zones.get(random.nextInt(zones.size()));
            var next = quiet.next(time, zone);
            assertThat(next).isBetween(time, time.plus(Duration.ofHours(25)));
            assertThat(quiet.next(next, zone)).isEqualTo(next);
        }
    }
}
