package dev.rivulet.success.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.journey.domain.Criterion.Facts;
import dev.rivulet.success.journey.domain.Criterion.Kind;
import dev.rivulet.success.journey.domain.Move.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {

    private static final Criterion SCORE = new Criterion(Kind.SCORE, BigDecimal.valueOf(60));
    private static final Criterion LICENCES = new Criterion(Kind.LICENCES, BigDecimal.valueOf(50));
    private static final Criterion PROMISE = new Criterion(Kind.PROMISE, null);
    private static final Course COURSE = new Course(List.of(
            new Step.Await("signature", Step.Happening.SUBSCRIBED),
            new Step.Act("kickoff"),
            new Step.Wait("month", 30),
            new Step.Branch("used", List.of(LICENCES), "second-month", null),
            new Step.Act("adoption"),
            new Step.Wait("second-month", 30),
            new Step.Review("review", List.of(SCORE, LICENCES, PROMISE), 30, 2),
            new Step.Act("recovery")));

    @ParameterizedTest(name = "score {0}, licences {1}, promise {2}: {3} of 3 unmet")
    @CsvSource(nullValues = "-", textBlock = """
            60, 50, true,  0
            59.9, 50, true, 1
            60, 49, true,  1
            60, 50, false, 1
            -, -, true,    2
            -, -, false,   3
            """)
    void shouldTakeTheUnknownForUnmet(
            @Nullable BigDecimal score, @Nullable BigDecimal licences, boolean promise, int unmet) {
        assertThat(Criterion.unmet(List.of(SCORE, LICENCES, PROMISE), new Facts(score, licences, promise)))
                .hasSize(unmet);
    }

    @Test
    void shouldLeadStepByStep() {
        var good = new Facts(BigDecimal.valueOf(80), BigDecimal.valueOf(90), true);
        var poor = new Facts(BigDecimal.valueOf(40), BigDecimal.valueOf(20), true);
        assertThat(COURSE.move(0, poor, 0)).isEqualTo(new Move.Await(1, Step.Happening.SUBSCRIBED));
        assertThat(COURSE.move(1, poor, 0)).isEqualTo(new Move.Go(2, 0));
        assertThat(COURSE.move(2, poor, 0)).isEqualTo(new Move.Go(3, 30));
        assertThat(COURSE.move(3, good, 0)).isEqualTo(new Move.Go(5, 0));
        assertThat(COURSE.move(3, poor, 0)).isEqualTo(new Move.Go(4, 0));
        assertThat(COURSE.move(6, good, 0)).isEqualTo(new Move.End(Outcome.GRADUATED));
        assertThat(COURSE.move(6, poor, 0)).isEqualTo(new Move.Extend(30));
        assertThat(COURSE.move(6, poor, 1)).isEqualTo(new Move.Extend(30));
        assertThat(COURSE.move(6, poor, 2)).isEqualTo(new Move.End(Outcome.NOT_READY));
        assertThat(COURSE.move(6, good, 2)).isEqualTo(new Move.End(Outcome.GRADUATED));
        assertThat(COURSE.move(7, good, 0)).isEqualTo(new Move.End(Outcome.COMPLETED));
    }

    @Test
    void shouldFindStepsThatCannotBe() {
        assertThat(COURSE.fault()).isEmpty();
        assertThat(fault(new Step.Act("a"), new Step.Act("a"))).hasValue(1);
        assertThat(fault(new Step.Act("a"), new Step.Branch("b", List.of(SCORE), "a", null)))
                .hasValue(1);
        assertThat(fault(new Step.Branch("b", List.of(SCORE), null, "b"))).hasValue(0);
        assertThat(fault(new Step.Branch("b", List.of(SCORE), "nowhere", null), new Step.Act("c")))
                .hasValue(0);
    }

    private static OptionalInt fault(Step... steps) {
        return new Course(List.of(steps)).fault();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11})
    void shouldComeToAnEndWhateverHappens(long seed) {
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        for (var run = 0; run < 300; run++) {
            var course = random(random);
            assertThat(course.fault()).isEmpty();
            var index = 0;
            var extensions = 0;
            var steps = 0;
            var over = false;
            while (!over) {
                assertThat(++steps).isLessThan(60);
                var facts = new Facts(
                        random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(100)),
                        BigDecimal.valueOf(random.nextInt(100)),
                        random.nextBoolean());
                switch (course.move(index, facts, extensions)) {
                    case Move.Go go -> index = forward(index, go.to());
                    case Move.Await await -> index = forward(index, await.to());
                    case Move.Extend extend -> extensions++;
                    case Move.End end -> over = true;
                }
            }
        }
    }

    private static int forward(int from, int to) {
        assertThat(to).isGreaterThan(from);
        return to;
    }

    private static Course random(SplittableRandom random) {
        var steps = new ArrayList<Step>();
        var size = random.nextInt(1, 20);
        for (var i = 0; i < size; i++) {
            var key = "step-" + i;
            var later = i + 1 < size ? "step-" + random.nextInt(i + 1, size) : null;
            steps.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Step.Act(key);
                        case 1 -> new Step.Wait(key, random.nextInt(1, 90));
                        case 2 -> new Step.Await(key, Step.Happening.SUBSCRIBED);
                        case 3 -> new Step.Branch(key, List.of(SCORE), later, random.nextBoolean() ? later : null);
                        default -> new Step.Review(key, List.of(SCORE, PROMISE), 30, random.nextInt(4));
                    });
        }
        return new Course(steps);
    }

    /** Over the change to summer time, over the end of February, and late: what counts is when the step was due. */
    @ParameterizedTest
    @CsvSource({
        "2025-03-01T11:15:00Z, 30, Europe/Berlin,    2025-03-31T07:00:00Z",
        "2025-03-01T11:15:00Z, 0,  Europe/Berlin,    2025-03-01T11:15:00Z",
        "2025-02-27T23:30:00Z, 1,  Europe/Berlin,    2025-03-01T08:00:00Z",
        "2024-02-27T12:00:00Z, 2,  UTC,              2024-02-29T09:00:00Z",
        "2025-01-31T18:00:00Z, 7,  Asia/Vladivostok, 2025-02-07T23:00:00Z",
    })
    void shouldCountLocalDays(Instant from, int days, ZoneId zone, Instant due) {
        assertThat(Course.due(from, days, zone)).isEqualTo(due);
    }
}
