package dev.rivulet.success.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** asyncapi.yaml names the topics and types that the code and its configuration name. */
class AsyncApiTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static JsonNode api;

    @BeforeAll
    static void read() throws IOException {
        api = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(RESOURCES.resolve("asyncapi.yaml")));
    }

    @Test
    void shouldListTheTopicsOwnedAndRead() throws IOException {
        var configured = new TreeSet<String>();
        var configuration = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("application.properties"))) {
            configuration.load(reader);
        }
        var owned = Pattern.compile("rivulet\\.kafka\\.topics\\.\"(.+)\"\\..+");
        configuration.forEach((name, value) -> {
            var topic = owned.matcher(name.toString());
            if (topic.matches()) {
                configured.add(topic.group(1));
            } else if (name.toString().matches("mp\\.messaging\\.incoming\\..+\\.topic")) {
                configured.add(value.toString());
            }
        });
        var documented = new TreeSet<String>();
        api.path("channels")
                .forEach(channel -> documented.add(channel.path("address").asText()));
        assertThat(documented).isEqualTo(configured);
    }

    @Test
    void shouldGiveEachTopicItsType() {
        var sent = new TreeMap<String, String>();
        api.path("operations").forEach(operation -> {
            if (operation.path("action").asText().equals("send")) {
                var channel = resolve(operation.path("channel"));
                var message = resolve(resolve(operation.path("messages").get(0)));
                sent.put(channel.path("address").asText(), message.path("name").asText());
            }
        });
        var published = new TreeMap<>(Map.of(
                SuccessEvents.USAGE_LOG,
                SuccessEvents.USAGE_RECORDED,
                "success.dead-letter.events.v1",
                "dev.rivulet.success.dead-letter.parked.v1"));
        for (var event : new dev.rivulet.kit.outbox.EventType[] {
            SuccessEvents.SCORE_CHANGED, SuccessEvents.TASK_OPENED, SuccessEvents.PROMISE_CONFIRMED
        }) {
            published.put(event.topic(), event.type());
        }
        assertThat(sent).isEqualTo(published);
    }

    @Test
    void shouldReferToSchemasThatExist() {
        var files = api.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#"))
                .toList();
        assertThat(files)
                .hasSize(5)
                .allSatisfy(file -> assertThat(RESOURCES.resolve(file)).exists());
    }

    private static JsonNode resolve(JsonNode reference) {
        return reference.has("$ref") ? api.at(reference.path("$ref").asText().substring(1)) : reference;
    }
}
