package dev.rivulet.subscription.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.metrics.domain.Ratio.Reason;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MonthFlowTest {

    @Test
    void shouldMakeEachFigureByItsFormula() {
        var flow = new MonthFlow(100_000, 20_000, 15_000, -5_000, -10_000, 2_500);

        assertThat(flow.end()).isEqualTo(122_500);
        assertThat(flow.grossChurn()).isEqualTo(value("0.150000"));
        assertThat(flow.netChurn()).isEqualTo(value("-0.025000"));
        assertThat(flow.netRetention(100_000)).isEqualTo(value("1.000000"));
        assertThat(flow.grossRetention(86_000)).isEqualTo(value("0.860000"));
        assertThat(flow.quickRatio()).isEqualTo(value("2.500000"));
        assertThat(MonthFlow.logoChurn(1, 3)).isEqualTo(value("0.333333"));
        assertThat(MonthFlow.logoChurn(2, 3)).isEqualTo(value("0.666667"));
    }

    @Test
    void shouldSayWhyThereIsNone() {
        var first = new MonthFlow(0, 20_000, 0, 0, 0, 0);

        assertThat(first.grossChurn()).isEqualTo(new Ratio(null, Reason.NO_START));
        assertThat(first.netChurn()).isEqualTo(new Ratio(null, Reason.NO_START));
        assertThat(first.netRetention(0)).isEqualTo(new Ratio(null, Reason.NO_START));
        assertThat(first.grossRetention(0)).isEqualTo(new Ratio(null, Reason.NO_START));
        assertThat(first.quickRatio()).isEqualTo(new Ratio(null, Reason.NO_LOSS));
        assertThat(MonthFlow.logoChurn(0, 0)).isEqualTo(new Ratio(null, Reason.NO_START));
    }

    private static Ratio value(String value) {
        return new Ratio(new BigDecimal(value), null);
    }
}
