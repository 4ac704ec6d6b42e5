package dev.rivulet.subscription.usage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long usage is kept beside its rollups, which stay. */
@ConfigMapping(prefix = "rivulet.usage")
interface UsageSettings {

    /** Days an event itself is kept: how far back a new zone of an account can move usage not billed yet. */
    @WithDefault("400")
    int eventDays();

    /** Days an event's id is known: one that comes again after that counts again. The log itself keeps 14 days. */
    @WithDefault("90")
    int idDays();
}
