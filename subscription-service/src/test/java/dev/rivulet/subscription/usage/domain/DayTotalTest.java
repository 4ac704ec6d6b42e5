package dev.rivulet.subscription.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DayTotalTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @Test
    void shouldKeepSumCountLargestAndLast() {
        var total = of("2", 0, 1).plus(of("7", -60, 2)).plus(of("3", 60, 3));

        assertThat(total.quantity()).isEqualByComparingTo("12");
        assertThat(total.events()).isEqualTo(3);
        assertThat(total.largest()).isEqualByComparingTo("7");
        assertThat(total.last()).isEqualByComparingTo("3");
    }

    @Test
    void shouldNotDependOnTheOrder() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var events = new ArrayList<DayTotal>();
        for (var i = 0; i < 50; i++) {
            // Few instants, so that the last is often a matter of the key; keys of both signs.
            events.add(of(String.valueOf(1 + random.nextInt(9)), random.nextInt(3), random.nextLong()));
        }
        var expected = sum(events);
        for (var i = 0; i < 100; i++) {
            Collections.shuffle(events, random);
            assertThat(sum(events)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static DayTotal sum(List<DayTotal> events) {
        return events.stream().reduce(DayTotal::plus).orElseThrow();
    }

    private static DayTotal of(String quantity, int seconds, long key) {
        return DayTotal.of(new BigDecimal(quantity), NOON.plusSeconds(seconds), new UUID(key, key));
    }
}
