package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Component;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Map;

/** The score's model and its trigger. */
@ConfigMapping(prefix = "rivulet.score")
public interface ScoreSettings {

    /** A score that falls below this opens a task. */
    @WithDefault("50")
    BigDecimal threshold();

    /** Share of the weight that must be known for a score to be given. */
    @WithDefault("0.5")
    BigDecimal minimumCoverage();

    /** By component; a component without a weight is not part of the model. */
    Map<Component, Integer> weights();

    /** How often scores that only the passing of time has changed are looked for. */
    @WithDefault("10m")
    String refreshEvery();
}
