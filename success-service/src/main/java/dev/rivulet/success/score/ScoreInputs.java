package dev.rivulet.success.score;

import dev.rivulet.success.customer.LockedCustomer;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Input;
import dev.rivulet.success.score.domain.Inputs;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers what the components are computed from: a handful of statements for any number of customers. */
@Singleton
class ScoreInputs {

    private final List<ScoreSource> sources;

    ScoreInputs(@All List<ScoreSource> sources) {
        this.sources = List.copyOf(sources);
        var told = sources.stream().map(ScoreSource::component).toList();
        if (told.size() != told.stream().distinct().count()) {
            throw new IllegalStateException("a component has two sources: " + told);
        }
    }

    /** Every customer's, also where nothing is known. */
    Map<UUID, Inputs> of(Collection<LockedCustomer> customers) {
        var todays = new LinkedHashMap<UUID, LocalDate>();
        var found = new HashMap<UUID, Map<Component, Input>>();
        for (var customer : customers) {
            todays.put(customer.id(), customer.today());
            found.put(customer.id(), new EnumMap<>(Component.class));
        }
        for (var source : sources) {
            var readings = source.read(todays);
            for (var customer : customers) {
                var reading = readings.get(customer.id());
                if (reading != null) {
                    found.getOrDefault(customer.id(), Map.of())
                            .put(source.component(), Input.of(reading, customer.today(), customer.zone()));
                }
            }
        }
        var inputs = new HashMap<UUID, Inputs>();
        found.forEach((account, known) -> inputs.put(account, new Inputs(known)));
        return inputs;
    }
}
