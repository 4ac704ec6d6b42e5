package dev.rivulet.success.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 28);
    private static final LocalDate LONG_AGO = TODAY.minusDays(400);

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "null", textBlock = """
            steady,                  40 40 40 40 40 40 40 40, 40.0, 40.0,  0.0000, null
            a quarter less,          40 40 40 40 30 30 30 30, 30.0, 40.0, -0.2500, null
            a week of holidays,      40 40 40 40 40 0 40 40,  40.0, 40.0,  0.0000, null
            a week of training,      40 40 40 40 40 400 40 40, 40.0, 40.0, 0.0000, null
            silent for half of it,   40 40 40 40 40 40 0 0,   20.0, 40.0, -0.5000, null
            gone,                    40 40 40 40 0 0 0 0,      0.0, 40.0, -1.0000, null
            half a user-day,         5 5 6 6 6 7 8 9,          7.5,  5.5,  0.3636, null
            tripled,                 5 5 5 5 15 15 15 15,     15.0,  5.0,  2.0000, null
            too few to say,          4 4 5 5 9 9 9 9,          9.0,  4.5,  null,   too-little-usage
            from nothing,            0 0 0 0 9 9 9 9,          9.0,  0.0,  null,   too-little-usage
            """)
    void shouldCompareTheMedianWeeks(
            String name, String weeks, BigDecimal last, BigDecimal before, BigDecimal change, String reason) {
        var trend = Trend.of(weeks(weeks), LONG_AGO, TODAY);
        assertThat(trend).isEqualTo(new Trend(last, before, change, reason));
    }

    @ParameterizedTest(name = "first used {0} days ago")
    @CsvSource(
            nullValues = "null",
            value = {"55, null, 0.0000", "54, history-too-short, null", "0, history-too-short, null"})
    void shouldNeedTheWholeOfBothSides(int days, String reason, BigDecimal change) {
        var trend = Trend.of(weeks("9 9 9 9 9 9 9 9"), TODAY.minusDays(days), TODAY);
        assertThat(trend.reason()).isEqualTo(reason);
        assertThat(trend.change()).isEqualTo(change);
    }

    @Test
    void shouldSayThatNothingWasEverUsed() {
        assertThat(Trend.of(weeks("0 0 0 0 0 0 0 0"), null, TODAY).reason()).isEqualTo("no-usage");
        assertThat(Trend.of(weeks("0 0 0 0 0 0 0 0"), TODAY.plusDays(1), TODAY).reason())
                .isEqualTo("no-usage");
        assertThatThrownBy(() -> Trend.of(new int[7], null, TODAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotDependOnTheOrderOfWeeksWithinASide() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var weeks = random.ints(8, 0, 200).toArray();
            var trend = Trend.of(weeks.clone(), LONG_AGO, TODAY);
            var before = Arrays.asList(Arrays.stream(weeks, 0, 4).boxed().toArray(Integer[]::new));
            var last = Arrays.asList(Arrays.stream(weeks, 4, 8).boxed().toArray(Integer[]::new));
            Collections.shuffle(before, random);
            Collections.shuffle(last, random);
            var shuffled = new int[8];
            for (var i = 0; i < 4; i++) {
                shuffled[i] = before.get(i);
                shuffled[i + 4] = last.get(i);
            }
            assertThat(Trend.of(shuffled, LONG_AGO, TODAY)).isEqualTo(trend);
        }
    }

    private static int[] weeks(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
