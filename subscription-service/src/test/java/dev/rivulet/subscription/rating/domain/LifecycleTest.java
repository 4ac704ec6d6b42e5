package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random lives of subscriptions, charged step by step and repaired after each change, cost what {@link DayByDay} says
 * their days cost. {@code -Drating.lives=100000} for more of them, {@code -Drating.seed} for others.
 */
class LifecycleTest {

    private static final int LIVES = Integer.getInteger("rating.lives", 10_000);

    /** The same lives in each build. */
    private static final long SEED = 777_000_000;

    @Test
    void shouldCostWhatTheDaysCostHoweverTheTermsChange() {
        var seed = Long.getLong("rating.seed", SEED);
        System.out.println("Lives of seed " + seed);
        var changes = 0L;
        var credits = 0L;
        for (var i = 0; i < LIVES; i++) {
            var life = new Life(new Random(seed + i));
            try {
                life.live();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Drating.lives=1 -Drating.seed=" + (seed + i) + ": " + life.story, e);
            }
            changes += life.story.size();
            credits += life.credits();
        }
        // What never happens proves nothing.
        assertThat(changes).isGreaterThan(LIVES);
        assertThat(credits).isGreaterThan(LIVES / 4);
    }

    @Test
    void shouldRateTheSameInManyStepsAsInOne() {
        var seed = Long.getLong("rating.seed", SEED);
        System.out.println("Steps of seed " + seed);
        for (var i = 0; i < LIVES / 10; i++) {
            var random = new Random(seed + i);
            var life = new Life(random);
            life.live();
            var timeline = life.timeline();
            var through = life.today.plusMonths(2);
            var steps = new ArrayList<Span>();
            LocalDate after = null;
            for (var day = timeline.start(); !day.isAfter(through); day = day.plusDays(1 + random.nextInt(50))) {
                steps.addAll(Rating.spans(timeline, after, day));
                after = day;
            }
            steps.addAll(Rating.spans(timeline, after, through));
            assertThat(steps)
                    .as("seed " + (seed + i) + ": " + life.story)
                    .isEqualTo(Rating.spans(timeline, null, through));
        }
    }

    /** Centuries are skipped, not walked through. */
    @Test
    void shouldFindTheNextDayAfterAnyOther() {
        var anchor = Anchor.anniversary(BillingPeriod.DAY, LocalDate.of(1, 1, 31));
        var timeline = new Timeline(
                List.of(new Term(
                        anchor.first(),
                        Mode.RUNNING,
                        Life.PLANS.getFirst().plan(),
                        Life.PLANS.getFirst().components(),
                        1,
                        anchor,
                        Life.EUR,
                        Money.of("1.00", "EUR"))),
                null);

        for (var year = 2; year < 50_000; year++) {
            assertThat(Rating.nextDue(timeline, LocalDate.of(year, 5, 5))).isEqualTo(LocalDate.of(year, 5, 6));
        }
    }
}
