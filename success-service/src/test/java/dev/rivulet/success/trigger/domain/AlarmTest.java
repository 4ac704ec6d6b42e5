package dev.rivulet.success.trigger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);

    /** Values day by day, "-" where nothing is known, and on which days, counted from 0, the rule fires. */
    @ParameterizedTest(name = "{0}: {6}")
    @CsvSource(nullValues = "none", textBlock = """
            BELOW, 50, 55, none, 0, 49.9,                    0
            BELOW, 50, 55, none, 0, 50,                      none
            BELOW, 50, 55, none, 0, 80 49 48 40 10,          1
            BELOW, 50, 55, none, 0, 49 51 49 54.9 49,        0
            BELOW, 50, 55, none, 0, 49 55 49,                0 2
            BELOW, 50, 50, none, 0, 49 50 49,                0 2
            BELOW, 50, 55, none, 3, 49 60 49 49 49,          0 3
            BELOW, 50, 55, none, 3, 49 60 60 60 49,          0 4
            BELOW, 50, 55, none, 3, 49 60 52 52 49,          0 4
            BELOW, 50, 55, 5,    0, 49 45 44 40 39,          0 2 4
            BELOW, 50, 55, 5,    2, 49 30 30 24,             0 2
            BELOW, 50, 55, 5,    2, 49 30 30 28 24,          0 2 4
            BELOW, 50, 55, none, 0, 49 - 49 60 - 49,         0 5
            ABOVE, 14, 1,  none, 0, 13 14 20 5 30 0 14,      1 6
            ABOVE, 14, 14, none, 0, 14 13 14,                0 2
            ABOVE, 14, 0,  none, 0, 14 1 14 0 14,            0 4
            ABOVE, 60, 50, none, 0, 60 50.01 60 50 60,       0 4
            ABOVE, 30, 20, none, 0, 29.99 30,                1
            ABOVE, 30, 20, 10,   0, 30 39.99 40,             0 2
            ABOVE, 50, 50, none, 2, 50 49 50 50 49,          0 2
            BELOW, 50, 55, none, 1, 49 55 49 55 49 55 49,    0 2 4 6
            BELOW, 0,  0,  none, 0, 0 -0.1 0 -0.1,           1 3
            """)
    void shouldFireOnItsDaysOnly(
            Direction direction,
            BigDecimal bound,
            BigDecimal rearm,
            @Nullable BigDecimal worsening,
            int cooldown,
            String values,
            @Nullable String firings) {
        var alarm = new Alarm(direction, bound, rearm, worsening, cooldown);
        var fired = new ArrayList<String>();
        var watch = Watch.NEW;
        var day = 0;
        for (var value : values.split(" ")) {
            var step = alarm.see(watch, value.equals("-") ? null : new BigDecimal(value), START.plusDays(day));
            watch = step.watch();
            if (step.fires()) {
                fired.add(Integer.toString(day));
            }
            day++;
        }
        assertThat(String.join(" ", fired)).isEqualTo(firings == null ? "" : firings);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void shouldNeverFireTwiceWithinItsCooldown(long seed) {
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        for (var run = 0; run < 500; run++) {
            var cooldown = random.nextInt(0, 20);
            var worsening = random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(1, 20)) : null;
            var rearm = BigDecimal.valueOf(50 + random.nextInt(0, 20));
            var alarm = new Alarm(Direction.BELOW, BigDecimal.valueOf(50), rearm, worsening, cooldown);
            var watch = Watch.NEW;
            var today = START;
            var firings = new ArrayList<LocalDate>();
            var best = new ArrayList<BigDecimal>();
            for (var i = 0; i < 200; i++) {
                today = today.plusDays(random.nextInt(0, 3));
                var value = BigDecimal.valueOf(random.nextInt(0, 1000), 1);
                best.add(value);
                var step = alarm.see(watch, value, today);
                if (step.fires()) {
                    assertThat(value).isLessThan(BigDecimal.valueOf(50));
                    if (!firings.isEmpty()) {
                        assertThat(today).isAfterOrEqualTo(firings.getLast().plusDays(cooldown));
                        assertThat(worsening != null || best.stream().anyMatch(seen -> seen.compareTo(rearm) >= 0))
                                .as("it recovered since")
                                .isTrue();
                    }
                    firings.add(today);
                    best.clear();
                }
                watch = step.watch();
            }
            assertThat(firings).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 7, 11, 18, 29})
    void shouldCallOnceHoweverOftenAValueTremblesInsideTheBand(long seed) {
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        for (var run = 0; run < 200; run++) {
            var alarm = new Alarm(Direction.BELOW, BigDecimal.valueOf(50), BigDecimal.valueOf(55), null, 0);
            var step = alarm.see(Watch.NEW, BigDecimal.valueOf(49), START);
            assertThat(step.fires()).isTrue();
            for (var i = 1; i < 300; i++) {
                step = alarm.see(step.watch(), BigDecimal.valueOf(random.nextInt(0, 550), 1), START.plusDays(i));
                assertThat(step.fires()).isFalse();
            }
        }
    }

    @Test
    void shouldLetNothingButTheCooldownStandBetweenTwoEvents() {
        var first = Alarm.happened(Watch.NEW, START, 7);
        var second = Alarm.happened(first.watch(), START.plusDays(6), 7);
        var third = Alarm.happened(second.watch(), START.plusDays(7), 7);
        assertThat(List.of(first.fires(), second.fires(), third.fires())).containsExactly(true, false, true);
        assertThat(Alarm.happened(first.watch(), START, 0).fires()).isTrue();
    }

    @Test
    void shouldRefuseARecoveryThatIsNone() {
        assertThatThrownBy(() -> new Alarm(Direction.BELOW, BigDecimal.TEN, BigDecimal.ONE, null, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Alarm(Direction.ABOVE, BigDecimal.ONE, BigDecimal.TEN, null, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Alarm(Direction.ABOVE, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
