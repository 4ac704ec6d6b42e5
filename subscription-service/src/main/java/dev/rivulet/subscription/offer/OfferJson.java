package dev.rivulet.subscription.offer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.outbox.Event;
import jakarta.inject.Singleton;
import java.util.List;

/** Parts of the copies that are kept as the JSON they came as, and read as leniently. */
@Singleton
class OfferJson {

    private final ObjectMapper json;

    OfferJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + part, e);
        }
    }

    <T> List<T> list(String stored, Class<T[]> type) {
        return List.of(Event.read(stored, type));
    }
}
