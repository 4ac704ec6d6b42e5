package dev.rivulet.success.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDaysTest {

    @ParameterizedTest(name = "{0} in {1} is on {2}")
    @CsvSource({
        "2023-03-12T04:59:59Z, America/New_York, 2023-03-11",
        "2023-03-12T05:00:00Z, America/New_York, 2023-03-12",
        "2023-03-13T03:59:59Z, America/New_York, 2023-03-12",
        "2023-03-13T04:00:00Z, America/New_York, 2023-03-13",
        "2023-11-06T04:59:59Z, America/New_York, 2023-11-05",
        "2025-03-01T18:14:59Z, Asia/Kathmandu, 2025-03-01",
        "2025-03-01T18:15:00Z, Asia/Kathmandu, 2025-03-02",
        "2025-07-01T11:15:00Z, Pacific/Chatham, 2025-07-02",
        // The clock goes from 24:00 back to 23:00 of the same day.
        "2023-10-26T21:30:00Z, Africa/Cairo, 2023-10-26",
        "2023-10-26T22:00:00Z, Africa/Cairo, 2023-10-27",
        // 30 December 2011 was left out.
        "2011-12-30T09:59:59Z, Pacific/Apia, 2011-12-29",
        "2011-12-30T10:00:00Z, Pacific/Apia, 2011-12-31",
        // 00:01 of the 7th became 23:01 of the 6th: the 7th has begun and goes on.
        "2010-11-07T02:29:59Z, America/St_Johns, 2010-11-06",
        "2010-11-07T02:30:00Z, America/St_Johns, 2010-11-07",
        "2010-11-07T03:00:00Z, America/St_Johns, 2010-11-07",
    })
    void shouldFindTheDayOfAnInstant(Instant time, String zone, LocalDate day) {
        assertThat(LocalDays.of(time, ZoneId.of(zone))).isEqualTo(day);
    }

    @Test
    void shouldPutEveryInstantBetweenTheStartOfItsDayAndTheNext() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (var i = 0; i < 20_000; i++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var time = Instant.ofEpochSecond(random.nextLong(946_684_800L, 4_102_444_800L));
            var day = LocalDays.of(time, zone);
            var starts = LocalDays.starts(day, day.plusDays(1), zone);
            assertThat(time)
                    .as("%s in %s, seed %d", time, zone, seed)
                    .isAfterOrEqualTo(starts.getFirst())
                    .isBefore(starts.getLast());
        }
    }
}
