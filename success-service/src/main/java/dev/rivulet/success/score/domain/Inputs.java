package dev.rivulet.success.score.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is known of a customer on a local day; a missing component is left out. */
public record Inputs(Map<Component, Input> byComponent) {

    public static final Inputs NONE = new Inputs(Map.of());

    public Inputs {
        var ordered = new EnumMap<Component, Input>(Component.class);
        ordered.putAll(byComponent);
        byComponent = Collections.unmodifiableMap(ordered);
    }

    public @Nullable Input of(Component component) {
        return byComponent.get(component);
    }

    /** What is still known so many days later when nothing new was heard. */
    public Inputs after(long days) {
        if (days == 0) {
            return this;
        }
        var later = new EnumMap<Component, Input>(Component.class);
        byComponent.forEach((component, input) -> later.put(component, input.after(component, days)));
        return new Inputs(later);
    }
}
