package dev.rivulet.success.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.success.usage.domain.UsageRetention.Pattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published cases of recurring retention. */
class UsageRetentionTest {

    @ParameterizedTest
    @ValueSource(strings = {"retention-posthog-day", "retention-posthog-month"})
    void shouldBeThePublishedMatrix(String id) throws IOException {
        var input = read(id).path("input");
        var active = new HashMap<String, Long>();
        for (var event : input.path("events")) {
            active.merge(event.get(0).asText(), 1L << period(event.get(1)), (one, other) -> one | other);
        }
        var patterns =
                active.values().stream().map(bits -> new Pattern(bits, 1)).toList();

        var retention = UsageRetention.of(patterns, input.path("periods").asInt());

        var expected = new ArrayList<List<Long>>();
        for (var row : read(id).at("/expected/matrix")) {
            var cells = new ArrayList<Long>();
            row.forEach(cell -> cells.add(cell.asLong()));
            expected.add(cells);
        }
        assertThat(retention.active()).isEqualTo(expected);
    }

    private static int period(JsonNode period) {
        return period.isNumber()
                ? period.asInt()
                : Integer.parseInt(period.asText().substring(5)) - 1;
    }

    @Test
    void shouldCountACohortWithoutReturnsInTheMean() throws IOException {
        var cohorts = new ArrayList<BigDecimal>();
        read("retention-mean-with-zero")
                .at("/input/cohorts_percent")
                .forEach(cohort -> cohorts.add(cohort.decimalValue()));
        var expected =
                read("retention-mean-with-zero").at("/expected/mean_percent").decimalValue();
        assertThat(UsageRetention.mean(cohorts)).isEqualByComparingTo(expected);
        assertThat(UsageRetention.mean(List.of())).isNull();
    }

    @Test
    void shouldLeaveAPeriodWithoutAnybodyOutOfTheMeanAndWhatHasNotHappenedOutOfTheRow() {
        // Two in the first period, one of them comes back in the last; nobody in the second.
        var retention = UsageRetention.of(List.of(new Pattern(0b101, 1), new Pattern(0b001, 1)), 3);
        assertThat(retention.active()).isEqualTo(List.of(List.of(2L, 0L, 1L), List.of(0L, 0L), List.of(1L)));
        assertThat(retention.shares())
                .isEqualTo(List.of(
                        List.of(new BigDecimal("1.0000"), new BigDecimal("0.0000"), new BigDecimal("0.5000")),
                        List.of(),
                        List.of(new BigDecimal("1.0000"))));
        assertThat(retention.means())
                .containsExactly(new BigDecimal("1.0000"), new BigDecimal("0.0000"), new BigDecimal("0.5000"));
        assertThat(UsageRetention.of(List.of(), 2).means()).containsExactly(null, null);
    }

    /** 2 of 3 and 0 of 1 are a third on average: of 0.6667, a little too much already, half would be 0.3334. */
    @Test
    void shouldRoundAMeanOnce() {
        var retention =
                UsageRetention.of(List.of(new Pattern(0b011, 2), new Pattern(0b001, 1), new Pattern(0b010, 1)), 3);
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
        assertThat(UsageRetention.of(grouped, periods)).isEqualTo(UsageRetention.of(alone, periods));
    }

    private static JsonNode read(String id) throws IOException {
        try (var file = UsageRetentionTest.class.getResourceAsStream("/cases/success_cases.json")) {
            for (var found : new ObjectMapper().readTree(file).path("cases")) {
                if (found.path("id").asText().equals(id)) {
                    return found;
                }
            }
        }
        throw new AssertionError(id);
    }
}
