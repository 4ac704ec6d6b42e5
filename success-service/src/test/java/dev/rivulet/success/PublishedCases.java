package dev.rivulet.success;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** Figures that others have published, with their inputs. */
public final class PublishedCases {

    private PublishedCases() {}

    public static JsonNode of(String id) {
        return all().filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case " + id));
    }

    /** All of a metric, of which there is one at least: id, input, expected. */
    public static Stream<Arguments> about(String metric) {
        var cases = all().filter(one -> one.path("metric").asText().equals(metric))
                .map(one -> Arguments.of(one.path("id").asText(), one.path("input"), one.path("expected")))
                .toList();
        if (cases.isEmpty()) {
            throw new AssertionError("no case about " + metric);
        }
        return cases.stream();
    }

    private static Stream<JsonNode> all() {
        try (var file = PublishedCases.class.getResourceAsStream("/cases/success_cases.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(file).path("cases").spliterator(), false);
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
