package dev.rivulet.subscription.deal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DealStageTest {

    private static final Map<String, String> STEPS = Map.of(
            "QUALIFIED", "LOST PROPOSED",
            "PROPOSED", "LOST NEGOTIATION",
            "NEGOTIATION", "CONTRACTING LOST",
            "CONTRACTING", "LOST WON",
            "WON", "",
            "LOST", "");

    /** All 36 pairs: what is not listed is illegal. */
    @ParameterizedTest
    @EnumSource
    void shouldLeadWhereItLeadsAndNowhereElse(DealStage stage) {
        var allowed = new TreeSet<>(Set.of(STEPS.get(stage.name()).split(" ")));
        for (var next : DealStage.values()) {
            assertThat(stage.mayBecome(next)).as(stage + " to " + next).isEqualTo(allowed.contains(next.name()));
        }
    }

    @Test
    void shouldBeOpenUntilDecided() {
        assertThat(Arrays.stream(DealStage.values()).filter(stage -> !stage.isOpen()))
                .containsExactly(DealStage.WON, DealStage.LOST);
    }

    @Test
    void shouldWeighMoreWithEachStep() {
        assertThat(Arrays.stream(DealStage.values())
                        .filter(stage -> stage != DealStage.LOST)
                        .map(DealStage::weightPercent))
                .containsExactly(10, 30, 50, 80, 100);
    }
}
