package dev.rivulet.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A service's asyncapi.yaml names the topics and types that its code and its configuration name. */
public abstract class AsyncApiContract {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern OWNED = Pattern.compile("rivulet\\.kafka\\.topics\\.\"(.+)\"\\..+");

    private final JsonNode api;

    protected AsyncApiContract() {
        try {
            api = new ObjectMapper(new YAMLFactory())
                    .readTree(RESOURCES.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldListTheTopicsOwnedAndRead() throws IOException {
        var configured = new TreeSet<String>();
        configuration().forEach((name, value) -> {
            var topic = OWNED.matcher(name.toString());
            if (topic.matches()) {
                configured.add(topic.group(1));
            } else if (name.toString().matches("mp\\.messaging\\.incoming\\..+\\.topic")
                    // A pattern listens to topics that are owned.
                    && !value.toString().startsWith("^")) {
                configured.add(value.toString());
            }
        });
        var documented = new TreeSet<String>();
        api.path("channels")
                .forEach(channel -> documented.add(channel.path("address").asText()));
        assertThat(documented).isEqualTo(configured);
    }

    @Test
    void shouldSendWhatHasASchemaAndNothingElse() {
        var sent = new TreeSet<String>();
        sent().forEach(message -> sent.add(message.path("name").asText()));
        assertThat(sent).isEqualTo(EventTypes.all());
    }

    @Test
    void shouldShowAnExampleOfWhatIsSent() {
        assertThat(sent())
                .allSatisfy(message -> assertThat(
                                message.at("/examples/0/payload/$ref").asText())
                        .isEqualTo("events/" + message.path("name").asText() + ".example.json"));
    }

    private List<JsonNode> sent() {
        var sent = new ArrayList<JsonNode>();
        api.path("operations").forEach(operation -> {
            if (operation.path("action").asText().equals("send")) {
                // An operation that names no messages has all those of its channel.
                var messages = operation.has("messages")
                        ? operation.path("messages")
                        : resolve(operation.path("channel")).path("messages");
                messages.forEach(message -> sent.add(resolve(resolve(message))));
            }
        });
        return sent;
    }

    @Test
    void shouldReferToFilesThatExist() {
        var files = api.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#"))
                .toList();
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(RESOURCES.resolve(file)).exists());
    }

    @Test
    void shouldSayHowLongRecordsAreKept() throws IOException {
        assertThat(keptOtherwise()).isEmpty();
    }

    /** Topics owned whose description tells otherwise how long records are kept than the configuration does. */
    private Set<String> keptOtherwise() throws IOException {
        var configuration = configuration();
        var otherwise = new TreeSet<String>();
        api.path("channels").forEach(channel -> {
            var topic = channel.path("address").asText();
            var setting = "rivulet.kafka.topics.\"" + topic + "\".";
            var compacted = configuration.getProperty(setting + "compacted");
            var retention = configuration.getProperty(setting + "retention");
            var kept = Boolean.parseBoolean(compacted)
                    ? "compacted"
                    : retention == null ? "kept for ever" : "kept for " + retention.replaceAll("d$", " days");
            if ((compacted != null || retention != null)
                    && !channel.path("description").asText().contains(kept)) {
                otherwise.add(topic + " is " + kept);
            }
        });
        return otherwise;
    }

    private static Properties configuration() throws IOException {
        var configuration = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("application.properties"))) {
            configuration.load(reader);
        }
        return configuration;
    }

    private JsonNode resolve(JsonNode reference) {
        return reference.has("$ref") ? api.at(reference.path("$ref").asText().substring(1)) : reference;
    }
}
