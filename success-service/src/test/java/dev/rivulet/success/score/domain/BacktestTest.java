package dev.rivulet.success.score.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.figure.domain.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final ScoreModel MODEL = Models.plain(Map.of(Component.NPS, 100));

    /** Decisions on the days 0, 30, 60 and 90, each looking 90 days ahead. */
    private final Backtest backtest =
            new Backtest(MODEL, new Backtest.Trial(START, START.plusDays(100), 30, 90, new BigDecimal("50")));

    @Test
    void shouldCatchALossThatTheScoreToldBefore() {
        backtest.add(List.of(moment(0, "90", "100.00"), moment(40, "20", "100.00"), moment(100, "20", "0.00")));

        var figures = backtest.figures();

        // Asked on 0 and 30 all is well; on 60 and 90 the alarm rings, 40 days before the end at the earliest.
        assertThat(figures.decisions()).isEqualTo(4);
        assertThat(figures.alarms()).isEqualTo(2);
        assertThat(figures.trueAlarms()).isEqualTo(2);
        assertThat(figures.precision().value()).isEqualTo(1);
        assertThat(figures.losses()).isEqualTo(1);
        assertThat(figures.recall().value()).isEqualTo(1);
        assertThat(figures.medianLead()).isEqualTo(40);
        assertThat(figures.lost()).containsExactly(euros("100.00"));
        assertThat(figures.saveable()).containsExactly(euros("100.00"));
    }

    @Test
    void shouldNotKnowOnADayWhatWasHeardLater() {
        backtest.add(List.of(moment(0, "90", "100.00"), moment(91, "0", "100.00"), moment(95, "0", "0.00")));

        var figures = backtest.figures();

        assertThat(figures.alarms()).isZero();
        assertThat(figures.precision().isEmpty()).isTrue();
        assertThat(figures.losses()).isEqualTo(1);
        assertThat(figures.caught()).isZero();
        assertThat(figures.recall().value()).isEqualTo(0);
        assertThat(figures.medianLead()).isNull();
        assertThat(figures.saveable()).containsExactly(euros("0.00"));
    }

    @Test
    void shouldCallAnAlarmFalseThatNothingFollowed() {
        backtest.add(List.of(moment(0, "10", "100.00")));

        assertThat(backtest.figures().alarms()).isEqualTo(4);
        assertThat(backtest.figures().precision().value()).isEqualTo(0);
        assertThat(backtest.figures().losses()).isZero();
        assertThat(backtest.figures().recall().isEmpty()).isTrue();
    }

    @Test
    void shouldCountWhoBuysLessByWhatIsLost() {
        backtest.add(List.of(moment(0, "10", "100.00"), moment(50, "10", "60.00"), moment(70, "10", "80.00")));

        // On 0 and 30 it was to come; on 60 and 90 it had been.
        assertThat(backtest.figures().precision().value()).isEqualTo(0.5);
        assertThat(backtest.figures().lost()).containsExactly(euros("40.00"));
        assertThat(backtest.figures().medianLead()).isEqualTo(50);
    }

    /** Four customers, each looked at four times; a loss within 90 days follows 3 of the 16 looks. */
    @Test
    void shouldTellHowOftenAlarmsAtRandomWouldBeRight() {
        backtest.add(List.of(moment(0, "10", "100.00"), moment(100, "10", "0.00")));
        for (var i = 0; i < 3; i++) {
            backtest.add(List.of(moment(0, "90", "100.00")));
        }
        var figures = backtest.figures();
        assertThat(figures.decisions()).isEqualTo(16);
        assertThat(figures.followed()).isEqualTo(3);
        assertThat(figures.baseRate().value()).isEqualTo(3 / 16.0);
        assertThat(figures.precision()).isEqualTo(new Share(3, 4));
        assertThat(figures.precision().low()).isCloseTo(0.3006, within(0.0001));
    }

    @Test
    void shouldLookAtPayingCustomersOnlyAndAtLossesThatCouldBeForeseen() {
        backtest.add(List.of(moment(20, "10", "0.00")));
        backtest.add(List.of(moment(95, "10", "100.00"), moment(99, "10", "0.00")));
        backtest.add(List.of(moment(-50, "10", "100.00"), moment(-10, "10", "0.00")));
        // Too late for any decision to look so far.
        backtest.add(List.of(moment(0, "90", "100.00"), moment(200, "90", "0.00")));

        assertThat(backtest.figures().decisions()).isEqualTo(4);
        assertThat(backtest.figures().losses()).isZero();
    }

    @Test
    void shouldSayWhereThereWasNoScore() {
        backtest.add(List.of(new Moment(START, Inputs.NONE, euros("100.00"))));

        assertThat(backtest.figures().decisions()).isEqualTo(4);
        assertThat(backtest.figures().unscored()).isEqualTo(4);
        assertThat(backtest.figures().alarms()).isZero();
    }

    @Test
    void shouldTakeTheLastOfSeveralOnADay() {
        backtest.add(List.of(
                moment(0, "90", "100.00"),
                moment(40, "90", "0.00"),
                moment(40, "90", "100.00"),
                moment(60, "90", "100.00")));

        assertThat(backtest.figures().losses())
                .as("a plan was changed, nothing was lost")
                .isZero();
    }

    private static Moment moment(int day, String nps, String mrr) {
        return new Moment(START.plusDays(day), new Inputs(Map.of(Component.NPS, Models.fresh(nps))), euros(mrr));
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
