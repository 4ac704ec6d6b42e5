package dev.rivulet.catalog.bulk;

import static java.util.stream.Collectors.toMap;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All kinds of row there are, in the order in which they can be imported. */
@Singleton
class Sections {

    private final Map<String, Section<?>> byName;

    Sections(@All List<Section<?>> sections) {
        this.byName = sections.stream()
                .sorted(Comparator.<Section<?>>comparingInt(Section::order).thenComparing(Section::name))
                .collect(toMap(
                        Section::name,
                        section -> section,
                        (one, other) -> {
                            throw new IllegalStateException("two sections " + one.name());
                        },
                        LinkedHashMap::new));
    }

    List<Section<?>> inOrder() {
        return List.copyOf(byName.values());
    }

    @Nullable
    Section<?> named(String name) {
        return byName.get(name);
    }
}
