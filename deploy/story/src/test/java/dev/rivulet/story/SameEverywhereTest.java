package dev.rivulet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service owns its whole schema, yet the kit relies on the same tables in all of them. */
class SameEverywhereTest {

    private static final Path ROOT = Path.of("../..");

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "subscription-service", "success-service"})
    void shouldHaveTheTablesTheKitWasTestedWith(String service) throws IOException {
        var tested = ROOT.resolve("service-kit/src/test/resources/db/migration/V1__plumbing.sql");
        var shipped = ROOT.resolve(service).resolve("src/main/resources/db/migration/V1__plumbing.sql");
        assertThat(Files.readString(shipped)).isEqualTo(Files.readString(tested));
    }
}
