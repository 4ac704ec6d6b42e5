package dev.rivulet.subscription.deal.domain;

import static dev.rivulet.subscription.deal.domain.DealStage.CONTRACTING;
import static dev.rivulet.subscription.deal.domain.DealStage.NEGOTIATION;
import static dev.rivulet.subscription.deal.domain.DealStage.QUALIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.deal.domain.Pipeline.Step;
import dev.rivulet.subscription.deal.domain.Pipeline.Total;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {

    @Test
    void shouldAddUpByCurrency() {
        var pipeline = Pipeline.of(List.of(
                new Step(CONTRACTING, 1, Money.of("100.01", "EUR")),
                new Step(QUALIFIED, 2, Money.of("1000", "JPY")),
                new Step(QUALIFIED, 3, Money.of("0.05", "EUR"))));

        assertThat(pipeline.steps())
                .extracting(step -> step.stage() + " " + step.weighted())
                // 0.005 is rounded up, 80.008 down.
                .containsExactly("QUALIFIED 0.01 EUR", "CONTRACTING 80.01 EUR", "QUALIFIED 100 JPY");
        assertThat(pipeline.totals())
                .containsExactly(
                        new Total(4, Money.of("100.06", "EUR"), Money.of("80.02", "EUR")),
                        new Total(2, Money.of("1000", "JPY"), Money.of("100", "JPY")));
    }

    @Test
    void shouldBeEmptyWithoutDeals() {
        assertThat(Pipeline.of(List.of()).totals()).isEmpty();
    }

    @Test
    void shouldSayHalfOfWhatIsNegotiated() {
        assertThat(new Step(NEGOTIATION, 1, Money.of("9.99", "EUR")).weighted()).isEqualTo(Money.of("5.00", "EUR"));
    }
}
