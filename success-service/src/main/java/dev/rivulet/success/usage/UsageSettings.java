package dev.rivulet.success.usage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long usage is kept beside its rollups, which stay, and when it is late. */
@ConfigMapping(prefix = "rivulet.usage")
interface UsageSettings {

    /** Days an event itself is kept: how far back a new zone of an account can move usage. */
    @WithDefault("400")
    int eventDays();

    /** Days an event's id is looked for: one that comes again after that counts again. The log itself keeps 14 days. */
    @WithDefault("16")
    int idDays();

    /** Whole local days that usage may take to come in; what comes for an earlier day is a correction of it. */
    @WithDefault("2")
    int graceDays();

    /** How often the rest of the service is told whose usage has grown: scores follow usage that much later. */
    @WithDefault("5s")
    String tellEvery();
}
