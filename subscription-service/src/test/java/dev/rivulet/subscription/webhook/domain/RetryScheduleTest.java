package dev.rivulet.subscription.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-03-15T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, 500, PT5S",
        "1, 0, PT4S",
        "1, 1000, PT6S",
        "2, 500, PT15S",
        "3, 500, PT45S",
        "7, 500, PT1H45S",
        "8, 500, PT3H2M15S",
        "9, 500, PT8H",
        "9, 1000, PT9H36M",
        "500, 500, PT8H"
    })
    void shouldWaitLongerEachTime(int failures, int chance, Duration pause) {
        assertThat(RetrySchedule.next(failures, FIRST, FIRST, chance)).contains(FIRST.plus(pause));
    }

    @Test
    void shouldTryALastTimeAfterThreeDays() {
        var end = FIRST.plus(Duration.ofDays(3));

        assertThat(RetrySchedule.next(20, FIRST, end.minusSeconds(1), 500)).contains(end);
        assertThat(RetrySchedule.next(20, FIRST, end, 500)).isEmpty();
        assertThat(RetrySchedule.next(1, FIRST, end.plusSeconds(1), 500)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 250, 1000})
    void shouldEndWhateverTheChance(int chance) {
        var tries = 1;
        var failed = FIRST;
        for (var next = RetrySchedule.next(tries, FIRST, failed, chance);
                next.isPresent();
                next = RetrySchedule.next(tries, FIRST, failed, chance)) {
            assertThat(next.get()).isAfter(failed);
            failed = next.get();
            tries++;
        }

        assertThat(failed).isEqualTo(FIRST.plus(Duration.ofDays(3)));
        assertThat(tries).isBetween(15, 21);
    }
}
