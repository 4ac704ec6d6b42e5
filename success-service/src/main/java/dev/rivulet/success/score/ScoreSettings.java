package dev.rivulet.success.score;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The score's timer. What it is made of is told by models. */
@ConfigMapping(prefix = "rivulet.score")
public interface ScoreSettings {

    /** How often scores that only the passing of time, or another model, has changed are looked for. */
    @WithDefault("1m")
    String refreshEvery();

    /** How many transactions refresh scores side by side. */
    @WithDefault("2")
    int refreshWorkers();
}
