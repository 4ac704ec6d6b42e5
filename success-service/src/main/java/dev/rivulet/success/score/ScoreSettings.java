package dev.rivulet.success.score;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** The score's trigger and its timer. What it is made of is told by models. */
@ConfigMapping(prefix = "rivulet.score")
public interface ScoreSettings {

    /** A score that falls below this opens a task. */
    @WithDefault("50")
    BigDecimal threshold();

    /** How often scores that only the passing of time, or another model, has changed are looked for. */
    @WithDefault("1m")
    String refreshEvery();

    /** How many transactions refresh scores side by side. */
    @WithDefault("2")
    int refreshWorkers();
}
