package dev.rivulet.success.renewal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.score.domain.ScoreBand;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskPolicyTest {

    private static final long DAYS_LEFT = 40;

    @ParameterizedTest(name = "[{index}] {15}: {16}")
    @CsvSource(
            nullValues = "-",
            value = {
                // score, coverage, band, before, use, target, overdue, broken, confirmed, invoices, late, out, crit,
                // high, met
                "-, -, -, -, -, -, 0, 0, 0, 0, 0, -, 0, 0, -, UNKNOWN, SCORE_UNKNOWN",
                "80, 0.7, HEALTHY, -, -, -, 0, 0, 0, 0, 0, -, 0, 0, -, UNKNOWN, SCORE_HEALTHY",
                "80, 0.7, HEALTHY, -, 0.8, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, LOW, SCORE_HEALTHY",
                "-, 0.3, -, -, 0.9, 0.8, 0, 0, 2, 12, 0, -, 0, 0, 3, LOW, LICENCES_USED",
                "35, 0.7, CRITICAL, -, -, -, 0, 0, 0, 0, 0, -, 0, 0, -, HIGH, SCORE_CRITICAL",
                "60, 0.7, AT_RISK, -, -, -, 0, 0, 0, 0, 0, -, 0, 0, -, MEDIUM, SCORE_AT_RISK",
                // A fall: 9.9 is none, 10 is one, 25 is grave.
                "80, 0.7, HEALTHY, 89.9, 0.8, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, LOW, SCORE_HEALTHY",
                "80, 0.7, HEALTHY, 90, 0.8, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, MEDIUM, SCORE_FELL",
                "70, 0.7, HEALTHY, 95, 0.8, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, HIGH, SCORE_FELL",
                // Seats: 80 % of the target will do, below half is grave.
                "80, 0.7, HEALTHY, -, 0.64, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, LOW, LICENCES_USED",
                "80, 0.7, HEALTHY, -, 0.63, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, MEDIUM, LICENCES_IDLE",
                "80, 0.7, HEALTHY, -, 0.4, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, MEDIUM, LICENCES_IDLE",
                "80, 0.7, HEALTHY, -, 0.39, 0.8, 0, 0, 0, 0, 0, -, 0, 0, -, HIGH, LICENCES_IDLE",
                // Young seats are not a sign of anything.
                "-, -, -, -, 0, -, 0, 0, 0, 0, 0, -, 0, 0, -, UNKNOWN, LICENCES_UNKNOWN",
                "-, -, -, -, -, -, 1, 0, 3, 0, 0, -, 0, 0, -, MEDIUM, PROMISE_OVERDUE",
                "-, -, -, -, -, -, 0, 1, 3, 0, 0, -, 0, 0, -, HIGH, PROMISE_BROKEN",
                "-, -, -, -, -, -, 0, 0, 0, 3, 1, -, 0, 0, -, MEDIUM, PAYMENT_OVERDUE",
                "-, -, -, -, -, -, 0, 0, 0, 3, 29, -, 0, 0, -, MEDIUM, PAYMENT_OVERDUE",
                "-, -, -, -, -, -, 0, 0, 0, 3, 30, -, 0, 0, -, HIGH, PAYMENT_OVERDUE",
                "-, -, -, -, -, -, 0, 0, 0, 3, 0, 0, 0, 0, -, HIGH, PAYMENT_SUSPENDED",
                "-, -, -, -, -, -, 0, 0, 0, 0, 0, -, 1, 4, -, HIGH, PROBLEMS_CRITICAL",
                "-, -, -, -, -, -, 0, 0, 0, 0, 0, -, 0, 1, -, MEDIUM, PROBLEMS_HIGH",
                "80, 0.7, HEALTHY, -, -, -, 0, 0, 0, 0, 0, -, 0, 0, 59, LOW, SPONSOR_MET",
                "80, 0.7, HEALTHY, -, 0.8, 0.8, 0, 0, 0, 0, 0, -, 0, 0, 60, MEDIUM, SPONSOR_SILENT",
                // Three that speak against it are as bad as a grave one, whatever speaks for it.
                "60, 0.7, AT_RISK, -, 0.8, 0.8, 0, 0, 2, 3, 1, -, 0, 0, 2, MEDIUM, PAYMENT_OVERDUE",
                "60, 0.7, AT_RISK, -, 0.8, 0.8, 0, 0, 2, 3, 1, -, 0, 0, 90, HIGH, SPONSOR_SILENT",
            })
    void shouldJudge(
            BigDecimal score,
            BigDecimal coverage,
            ScoreBand band,
            BigDecimal before,
            BigDecimal utilisation,
            BigDecimal target,
            long overdue,
            long broken,
            long confirmed,
            long invoices,
            long daysOverdue,
            Long suspended,
            long critical,
            long high,
            Long met,
            Risk expected,
            ReasonCode among) {
        var facts = new RiskFacts(
                score,
                coverage,
                band,
                before,
                utilisation,
                target,
                overdue,
                broken,
                confirmed,
                invoices,
                daysOverdue,
                suspended,
                critical,
                high,
                met);
        var judgement = RiskPolicy.USUAL.judge(facts, false, DAYS_LEFT);
        assertThat(judgement.risk()).isEqualTo(expected);
        assertThat(judgement.reasons()).extracting(Reason::code).contains(among);
        assertThat(judgement.reasons())
                .isSortedAccordingTo((one, other) -> one.effect().compareTo(other.effect()));

        var ending = RiskPolicy.USUAL.judge(facts, true, DAYS_LEFT);
        assertThat(ending.risk()).isEqualTo(Risk.LOST);
        assertThat(ending.reasons().getFirst().numbers()).containsEntry("daysLeft", BigDecimal.valueOf(DAYS_LEFT));
        assertThat(ending.reasons().subList(1, ending.reasons().size())).isEqualTo(judgement.reasons());
    }

    @Test
    void shouldGiveTheNumbersWithTheReason() {
        var facts = new RiskFacts(
                new BigDecimal("64.3"),
                new BigDecimal("0.7000"),
                ScoreBand.AT_RISK,
                new BigDecimal("78.0"),
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                null,
                0,
                0,
                null);
        assertThat(RiskPolicy.USUAL.judge(facts, false, DAYS_LEFT).reasons())
                .filteredOn(reason -> reason.code() == ReasonCode.SCORE_FELL)
                .singleElement()
                .satisfies(reason -> assertThat(reason.numbers())
                        .containsEntry("before", new BigDecimal("78.0"))
                        .containsEntry("score", new BigDecimal("64.3"))
                        .containsEntry("drop", new BigDecimal("13.7")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // fall, steep, enough, little, unpaid, silent, many, good
                "10, 25, 0.8, 0.5, 30, 60, 3, 2, HIGH",
                "10, 25, 0.8, 0.5, 30, 60, 4, 2, MEDIUM",
                "13, 25, 0.7, 0.5, 30, 60, 4, 2, MEDIUM",
                "13, 25, 0.7, 0.5, 30, 61, 4, 2, LOW",
                "13, 25, 0.7, 0.5, 30, 61, 4, 4, UNKNOWN",
                "12, 12, 0.7, 0.5, 30, 61, 4, 2, HIGH",
                "13, 25, 0.9, 0.76, 30, 61, 4, 2, HIGH",
            })
    void shouldDrawTheLinesWhereTheTenantWantsThem(
            BigDecimal fall,
            BigDecimal steep,
            BigDecimal enough,
            BigDecimal little,
            int unpaid,
            int silent,
            int many,
            int good,
            Risk expected) {
        var lines = new RiskThresholds(fall, steep, enough, little, unpaid, silent, many, good);
        // The score fell by 12, seats are used 75 % of what is expected, the sponsor was met 60 days ago.
        var facts = new RiskFacts(
                BigDecimal.valueOf(78),
                BigDecimal.ONE,
                ScoreBand.HEALTHY,
                BigDecimal.valueOf(90),
                new BigDecimal("0.6"),
                new BigDecimal("0.8"),
                0,
                0,
                0,
                0,
                0,
                null,
                0,
                0,
                60L);
        assertThat(new RiskPolicy(lines, 1).judge(facts, false, DAYS_LEFT).risk())
                .isEqualTo(expected);
    }

    @Test
    void shouldNameTheVersionOfTheLines() {
        assertThat(RiskPolicy.USUAL.name()).isEqualTo("renewal-risk-1");
        assertThat(new RiskPolicy(RiskThresholds.USUAL, 3).name()).isEqualTo("renewal-risk-1.3");
    }

    /** Whatever is known of a customer: to know less of it never makes a risk higher. */
    @Test
    void shouldNeverJudgeTheUnknown() {
        var seed = 4711L;
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++) {
            var facts = facts(random);
            var known = RiskPolicy.USUAL.judge(facts, false, DAYS_LEFT).risk();
            var less = RiskPolicy.USUAL
                    .judge(forgetting(facts, random), false, DAYS_LEFT)
                    .risk();
            assertThat(gravity(less)).as("seed %s: %s", seed, facts).isLessThanOrEqualTo(gravity(known));
        }
    }

    private static int gravity(Risk risk) {
        return switch (risk) {
            case UNKNOWN, LOW -> 0;
            case MEDIUM -> 1;
            case HIGH -> 2;
            case LOST -> 3;
        };
    }

    private static RiskFacts facts(Random random) {
        var score = random.nextInt(101);
        return new RiskFacts(
                BigDecimal.valueOf(score),
                BigDecimal.ONE,
                score < 50 ? ScoreBand.CRITICAL : score < 70 ? ScoreBand.AT_RISK : ScoreBand.HEALTHY,
                BigDecimal.valueOf(random.nextInt(101)),
                BigDecimal.valueOf(random.nextInt(101), 2),
                new BigDecimal("0.8"),
                random.nextInt(2),
                random.nextInt(2),
                random.nextInt(3),
                random.nextInt(5),
                random.nextInt(3) * 20,
                random.nextInt(10) == 0 ? 3L : null,
                random.nextInt(2),
                random.nextInt(2),
                (long) random.nextInt(120));
    }

    private static RiskFacts forgetting(RiskFacts known, Random random) {
        var score = random.nextBoolean();
        var seats = random.nextBoolean();
        var promises = random.nextBoolean();
        var money = random.nextBoolean();
        var problems = random.nextBoolean();
        return new RiskFacts(
                score ? null : known.score(),
                score ? null : known.coverage(),
                score ? null : known.band(),
                random.nextBoolean() ? null : known.scoreBefore(),
                seats ? null : known.utilisation(),
                seats ? null : known.target(),
                promises ? 0 : known.overdue(),
                promises ? 0 : known.broken(),
                promises ? 0 : known.confirmed(),
                money ? 0 : known.invoices(),
                money ? 0 : known.daysOverdue(),
                money ? null : known.daysSuspended(),
                problems ? 0 : known.critical(),
                problems ? 0 : known.high(),
                random.nextBoolean() ? null : known.daysSinceSponsor());
    }
}
