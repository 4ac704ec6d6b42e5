package dev.rivulet.kit.rest;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Half as many event loops as there are cores, unless a service or its environment says otherwise. They read requests and
 * write answers, and virtual threads do the rest: with the framework's two for each core, loops that wake each other
 * took an eighth of the quotes that two cores answer.
 */
public final class EventLoops implements ConfigSource {

    private static final String NAME = "quarkus.vertx.event-loops-pool-size";

    private final Map<String, String> value =
            Map.of(NAME, Integer.toString(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));

    /** Behind what all services have in common. */
    @Override
    public int getOrdinal() {
        return 80;
    }

    @Override
    public Set<String> getPropertyNames() {
        return value.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return value.get(name);
    }

    @Override
    public String getName() {
        return "event loops";
    }
}
