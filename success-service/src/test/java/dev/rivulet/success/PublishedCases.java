package dev.rivulet.success;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** Figures that others have published, with their inputs. */
public final class PublishedCases {

    private PublishedCases() {}

    public static JsonNode of(String id) {
        try (var file = PublishedCases.class.getResourceAsStream("/cases/success_cases.json")) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(file).path("cases").spliterator(), false)
                    .filter(one -> one.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no case " + id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] doubles(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
