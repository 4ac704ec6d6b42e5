package dev.rivulet.success.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.survey.domain.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of answers, to the last digit, from none at all on; counts are of the lowest answer upwards. */
class SurveyFiguresTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Delighted                 | 14 9 10 32 42     | 69.16  | 59.87 | 77.12  |
            Wyapy                     | 0 0 40 160 0      | 80.00  | 73.91 | 84.95  |
            half a hundredth is up    | 0 0 137 23 0      | 14.38  | 9.77  | 20.65  |
            another                   | 0 0 119 41 0      | 25.63  | 19.49 | 32.91  |
            nobody                    | 5 0 0 0 0         | 0.00   | 0.00  | 43.45  |
            everybody                 | 0 0 0 0 5         | 100.00 | 56.55 | 100.00 |
            one answer                | 0 0 0 0 1         | 100.00 | 20.65 | 100.00 |
            none                      | 0 0 0 0 0         |        |       |        | no-answers
            """)
    void shouldShowSatisfaction(
            String name, String counts, BigDecimal csat, BigDecimal low, BigDecimal high, String reason) {
        var view = CsatView.on(5).of(null, tally(1, counts), null, List.of());
        assertThat(view.csat()).isEqualTo(csat);
        assertThat(view.low()).isEqualTo(low);
        assertThat(view.high()).isEqualTo(high);
        assertThat(view.reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            CYS, and its share        | 80 210 140 110 160 180 120 | 4.08 | 3.96 | 4.20 |            | 46.00  |
            SimpleSat                 | 0 0 2 0 8 0 0              | 4.60 | 4.00 | 5.20 |            | 80.00  |
            the ends rounded once     | 5 0 0 0 0 1 0              | 1.83 | 1.00 | 3.98 |            | 16.67  |
            half a hundredth is up    | 137 0 0 0 0 0 23           | 1.86 | 1.53 | 2.19 |            | 14.38  |
            all alike                 | 0 0 0 0 0 3 0              | 6.00 | 3.19 | 6.56 | all-alike  | 100.00 |
            one answer                | 0 0 0 1 0 0 0              | 4.00 | 1.62 | 6.38 | one-answer | 0.00   |
            as easy as can be         | 0 0 0 0 0 0 40             | 7.00 | 6.47 | 7.00 | all-alike  | 100.00 |
            two that differ by one    | 0 0 0 0 1 1 0              | 5.50 | 1.00 | 7.00 |            | 100.00 |
            none                      | 0 0 0 0 0 0 0              |      |      |      |            |        | no-answers
            """)
    void shouldShowEffort(
            String name,
            String counts,
            BigDecimal ces,
            BigDecimal low,
            BigDecimal high,
            String intervalReason,
            BigDecimal easy,
            String reason) {
        var view = CesView.of(7, tally(1, counts), 1);
        assertThat(view.ces()).isEqualTo(ces);
        assertThat(view.cesLow()).isEqualTo(low);
        assertThat(view.cesHigh()).isEqualTo(high);
        assertThat(view.intervalReason()).isEqualTo(intervalReason);
        assertThat(view.easyPercent()).isEqualTo(easy);
        assertThat(view.reason()).isEqualTo(reason);
    }

    /** 324 people of whom a half promotes and a sixth detracts: the example of the answer on Cross Validated 18603. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            PostHog                   | 1 1 1 1 1 1 1 2 2 3 3      | -5.9   | 21.2 | -47.4  | 35.6   |            |
            Cross Validated           | 54 0 0 0 0 0 0 108 0 0 162 | 33.3   | 4.1  | 25.2   | 41.4   |            |
            TalkStats                 | 395 0 0 0 0 0 0 476 0 0 291 | -9.0  | 2.2  | -13.3  | -4.6   |            |
            all promote               | 0 0 0 0 0 0 0 0 0 1 2      | 100.0  | 0.0  | -12.3  | 100.0  | all-alike  |
            none takes a side         | 0 0 0 0 0 0 0 2 1 0 0      | 0.0    | 0.0  | -56.1  | 56.1   | all-alike  |
            one answer                | 1 0 0 0 0 0 0 0 0 0 0      | -100.0 | 0.0  | -100.0 | 58.7   | one-answer |
            none                      | 0 0 0 0 0 0 0 0 0 0 0      |        |      |        |        |            | no-answers
            """)
    void shouldShowPromoters(
            String name,
            String counts,
            BigDecimal nps,
            BigDecimal error,
            BigDecimal low,
            BigDecimal high,
            String intervalReason,
            String reason) {
        var view = NpsView.of(null, tally(0, counts), null, List.of());
        assertThat(view.nps()).isEqualTo(nps);
        assertThat(view.standardError()).isEqualTo(error);
        assertThat(view.low()).isEqualTo(low);
        assertThat(view.high()).isEqualTo(high);
        assertThat(view.intervalReason()).isEqualTo(intervalReason);
        assertThat(view.reason()).isEqualTo(reason);
    }

    private static Tally tally(int lowest, String counts) {
        Map<Integer, Long> tally = new TreeMap<>();
        var answer = lowest;
        for (var count : counts.split(" ")) {
            if (!count.equals("0")) {
                tally.put(answer, Long.valueOf(count));
            }
            answer++;
        }
        return new Tally(tally);
    }
}
