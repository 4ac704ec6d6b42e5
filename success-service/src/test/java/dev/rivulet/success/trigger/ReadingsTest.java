package dev.rivulet.success.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.renewal.Renewals;
import dev.rivulet.success.trigger.domain.Direction;
import dev.rivulet.success.trigger.domain.Watch;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules look at all decimals, people are told whole percent. */
class ReadingsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

    @ParameterizedTest
    @CsvSource({
        "-0.3000, 30, true",
        "-0.2999, 30, false",
        "-0.2950, 30, false",
        "-0.2950, 29.5, true",
        "-0.2949, 29.5, false",
        "-1.0000, 100, true",
        "0.5000, 1, false"
    })
    void shouldNotRoundADropUpToItsBound(BigDecimal change, BigDecimal bound, boolean fires) {
        var reading = Readings.drop(change);
        assertThat(fires(ConditionKind.CONSUMPTION_DROP, bound, reading)).isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({"0.6000, 60, true", "0.5952, 60, false", "0.6667, 66.67, true", "0.6667, 67, false", "1.0000, 100, true"
    })
    void shouldNotRoundIdleSeatsUpToTheirBound(BigDecimal share, BigDecimal bound, boolean fires) {
        assertThat(fires(ConditionKind.LICENCES_IDLE, bound, Readings.idle(share)))
                .isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({"0.9500, 95, true", "0.9499, 95, false", "1.2000, 120, true", "0, 95, false"})
    void shouldFireWhenLicencesRunOut(BigDecimal share, BigDecimal bound, boolean fires) {
        assertThat(fires(ConditionKind.LICENCES_FULL, bound, Readings.full(share)))
                .isEqualTo(fires);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-02, 60, false", "2025-05-01, 60, true", "2025-03-03, 60, true", "2025-03-03, 0, false"})
    void shouldFireWithLessThanSoManyDaysToARenewal(LocalDate dueOn, BigDecimal bound, boolean fires) {
        var reading =
                Readings.renewal(new Renewals.Next(dueOn, "Team", false), TODAY).orElseThrow();
        var step = new Condition(ConditionKind.RENEWAL_NEAR, bound, null, null, null)
                .alarm(0)
                .see(Watch.NEW, reading.value(), TODAY);
        assertThat(step.fires()).isEqualTo(fires);
    }

    @Test
    void shouldSayNothingOfARenewalThatIsOver() {
        assertThat(Readings.renewal(new Renewals.Next(TODAY.minusDays(1), "Team", true), TODAY))
                .isEmpty();
    }

    private static boolean fires(ConditionKind kind, BigDecimal bound, Reading reading) {
        assertThat(kind.direction).isEqualTo(Direction.ABOVE);
        return new Condition(kind, bound, null, null, null)
                .alarm(0)
                .see(Watch.NEW, reading.value(), TODAY)
                .fires();
    }
}
