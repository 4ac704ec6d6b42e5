package dev.rivulet.local;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a service keeps a copy of can be read again from the beginning, however old it is. */
class KeptFactsTest {

    /** Too much to be kept: who counts it keeps the events it has counted, or their rollups. */
    private static final Set<String> EXPIRING = Set.of("usage.events.v1");

    @Test
    void shouldLetNoFactExpireThatACopyRestsOn() {
        var services =
                Arrays.stream(Service.values()).map(KeptFactsTest::properties).toList();
        var read = services.stream()
                .flatMap(service -> values(service, "mp\\.messaging\\.incoming\\..+\\.topic"))
                .collect(toSet());

        assertTrue(read.containsAll(Set.of("subscription.invoice.events.v1", "catalog.release.events.v1")));
        assertEquals(
                EXPIRING,
                read.stream().filter(topic -> expires(services, topic)).collect(toSet()));
    }

    private static boolean expires(List<Properties> services, String topic) {
        return services.stream()
                .anyMatch(service -> service.containsKey("rivulet.kafka.topics.\"" + topic + "\".retention"));
    }

    private static Stream<String> values(Properties service, String name) {
        return service.stringPropertyNames().stream()
                .filter(each -> each.matches(name))
                .map(service::getProperty);
    }

    private static Properties properties(Service service) {
        var file = ProjectRoot.find().resolve(service.title() + "/src/main/resources/application.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
