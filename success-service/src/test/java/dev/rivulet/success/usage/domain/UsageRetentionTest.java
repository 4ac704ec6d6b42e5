package dev.rivulet.success.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.PublishedCases;
import dev.rivulet.success.usage.domain.UsageRetention.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published cases of recurring retention. */
class UsageRetentionTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("recurring")
    void shouldBeThePublishedMatrix(String id, JsonNode input, JsonNode published) {
        var active = new HashMap<String, Long>();
        for (var event : input.path("events")) {
            active.merge(event.get(0).asText(), 1L << period(event.get(1)), (one, other) -> one | other);
        }
        var patterns =
                active.values().stream().map(bits -> new Pattern(bits, 1)).toList();

        var retention = recurring(patterns, input.path("periods").asInt());

        var expected = new ArrayList<List<Long>>();
        for (var row : published.path("matrix")) {
            var cells = new ArrayList<Long>();
            row.forEach(cell -> cells.add(cell.asLong()));
            expected.add(cells);
        }
        assertThat(retention.active()).isEqualTo(expected);
    }

    static Stream<Arguments> recurring() {
        return PublishedCases.about("Usage retention (recurring)");
    }

    private static UsageRetention recurring(List<Pattern> patterns, int periods) {
        return UsageRetention.of(patterns, periods, Rule.recurring(periods));
    }

    /** Who starts in which periods, and comes back in which; what is before the first period is the past. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("byRule")
    void shouldBeThePublishedMatrixOfTheRule(String id, JsonNode input, JsonNode published) {
        var from = input.path("from").asInt();
        var periods = input.path("periods").asInt();
        var firstOnly = input.path("first_time").asBoolean();
        var widths = new ArrayList<Integer>();
        input.path("brackets").forEach(width -> widths.add(width.asInt()));
        var rule =
                new Rule(firstOnly, input.path("rolling").asBoolean(), widths.isEmpty() ? Rule.each(periods) : widths);
        var patterns = new ArrayList<Pattern>();
        input.path("starts").properties().forEach(person -> {
            var returns = input.at("/returns/" + person.getKey());
            var isNew = StreamSupport.stream(person.getValue().spliterator(), false)
                    .noneMatch(period -> period.asInt() < from);
            if (isNew || !firstOnly) {
                var starts = bits(person.getValue(), from);
                patterns.add(new Pattern(starts, input.has("returns") ? bits(returns, from) : starts, 1));
            }
        });
        var expected = new ArrayList<List<Long>>();
        for (var row : published.path("matrix")) {
            var cells = new ArrayList<Long>();
            row.forEach(cell -> cells.add(cell.asLong()));
            expected.add(cells);
        }
        assertThat(UsageRetention.of(patterns, periods, rule).active()).isEqualTo(expected);
    }

    private static long bits(JsonNode periods, int from) {
        var bits = 0L;
        for (var period : periods) {
            bits |= period.asInt() < from ? 0 : 1L << (period.asInt() - from);
        }
        return bits;
    }

    static Stream<Arguments> byRule() {
        return PublishedCases.about("Usage retention (by rule)");
    }

    /** Sixty-two periods are the most there is a bit for, and one of them may be as long as all the others. */
    @Test
    void shouldReachToTheLastBit() {
        var all = new Pattern((1L << UsageRetention.MOST) - 1, 1);
        var whole = new Rule(false, false, List.of(UsageRetention.MOST - 1));
        assertThat(UsageRetention.of(List.of(all), UsageRetention.MOST, whole)
                        .active()
                        .getFirst())
                .containsExactly(1L, 1L);
        var last = new Pattern(1, 1L << (UsageRetention.MOST - 1), 1);
        var after = new Rule(true, true, Rule.each(UsageRetention.MOST));
        assertThat(UsageRetention.of(List.of(last), UsageRetention.MOST, after)
                        .active()
                        .getFirst())
                .hasSize(UsageRetention.MOST)
                .containsOnly(1L);
        assertThat(whole.spans()).containsExactly(new Rule.Span(0, 0), new Rule.Span(1, UsageRetention.MOST - 1));
    }

    private static int period(JsonNode period) {
        return period.isNumber()
                ? period.asInt()
                : Integer.parseInt(period.asText().substring(5)) - 1;
    }

    /** Who is active again is so as many periods later as there are cohorts. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("weighted")
    void shouldWeighBigPeriodsMore(String id, JsonNode input, JsonNode published) {
        var patterns = new ArrayList<Pattern>();
        var cohorts = input.path("cohorts");
        for (var i = 0; i < cohorts.size(); i++) {
            var first = 1L << i;
            var again = cohorts.get(i).path("again").asLong();
            patterns.add(new Pattern(first | first << cohorts.size(), again));
            patterns.add(new Pattern(first, cohorts.get(i).path("first").asLong() - again));
        }
        var retention = recurring(patterns, 2 * cohorts.size());
        assertThat(retention.means().get(cohorts.size()))
                .isEqualByComparingTo(published.path("mean").asText());
        assertThat(retention.weightedMeans().get(cohorts.size()))
                .isEqualByComparingTo(published.path("weighted_mean").asText());
    }

    static Stream<Arguments> weighted() {
        return PublishedCases.about("Weighted mean retention");
    }

    @Test
    void shouldCountACohortWithoutReturnsInTheMean() {
        var one = PublishedCases.of("retention-mean-with-zero");
        var cohorts = new ArrayList<BigDecimal>();
        one.at("/input/cohorts_percent").forEach(cohort -> cohorts.add(cohort.decimalValue()));
        var expected = one.at("/expected/mean_percent").decimalValue();
        assertThat(UsageRetention.mean(cohorts)).isEqualByComparingTo(expected);
        assertThat(UsageRetention.mean(List.of())).isNull();
    }

    @Test
    void shouldLeaveAPeriodWithoutAnybodyOutOfTheMeanAndWhatHasNotHappenedOutOfTheRow() {
        // Two in the first period, one of them comes back in the last; nobody in the second.
        var retention = recurring(List.of(new Pattern(0b101, 1), new Pattern(0b001, 1)), 3);
        assertThat(retention.active()).isEqualTo(List.of(List.of(2L, 0L, 1L), List.of(0L, 0L), List.of(1L)));
        assertThat(retention.shares())
                .isEqualTo(List.of(
                        List.of(new BigDecimal("1.0000"), new BigDecimal("0.0000"), new BigDecimal("0.5000")),
                        List.of(),
                        List.of(new BigDecimal("1.0000"))));
        assertThat(retention.means())
                .containsExactly(new BigDecimal("1.0000"), new BigDecimal("0.0000"), new BigDecimal("0.5000"));
        assertThat(retention.weightedMeans())
                .containsExactly(new BigDecimal("1.0000"), new BigDecimal("0.0000"), new BigDecimal("0.5000"));
        assertThat(recurring(List.of(), 2).means()).containsExactly(null, null);
        assertThat(recurring(List.of(), 2).weightedMeans()).containsExactly(null, null);
    }

    /** 2 of 3 and 0 of 1 are a third on average: of 0.6667, a little too much already, half would be 0.3334. */
    @Test
    void shouldRoundAMeanOnce() {
        var retention = recurring(List.of(new Pattern(0b011, 2), new Pattern(0b001, 1), new Pattern(0b010, 1)), 3);
        assertThat(retention.shares().get(0).get(1)).isEqualTo(new BigDecimal("0.6667"));
        assertThat(retention.shares().get(1).get(1)).isEqualTo(new BigDecimal("0.0000"));
        assertThat(retention.means().get(1)).isEqualTo(new BigDecimal("0.3333"));
    }

    @Test
    void shouldBeTheSameForTheSamePeopleInGroups() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var periods = 1 + random.nextInt(UsageRetention.MOST);
        var alone = new ArrayList<Pattern>();
        var groups = new HashMap<Long, Long>();
        for (var person = 0; person < 300; person++) {
            var bits = random.nextLong() & random.nextLong() & ((1L << periods) - 1) & (random.nextBoolean() ? 7 : -1);
            alone.add(new Pattern(bits, 1));
            groups.merge(bits, 1L, Long::sum);
        }
        var grouped = groups.entrySet().stream()
                .map(group -> new Pattern(group.getKey(), group.getValue()))
                .toList();
        assertThat(recurring(grouped, periods)).isEqualTo(recurring(alone, periods));
    }
}
