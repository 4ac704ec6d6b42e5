package dev.rivulet.success.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.success.usage.UsageFact.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageFactTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2025-03-01T09:30:00.123456Z");
    private static final UsageFact FACT = fact("/s", "1", "u", "m", null, "2", AT);

    private static UsageFact fact(
            String source, String id, String user, String metric, String feature, String quantity, Instant at) {
        return UsageFact.of(source, id, new Recorded(ACCOUNT, user, metric, feature, quantity, at, null));
    }

    @Test
    void shouldReadThePublishedExample() throws IOException {
        var example =
                Files.readString(Path.of("src/main/resources/events/dev.rivulet.usage.usage.recorded.v1.example.json"));
        var fact = UsageFact.of("/s", "1", Event.read(example, Recorded.class));
        assertThat(fact.feature()).isEqualTo("soft-skills");
        assertThat(fact.receivedAt()).isEqualTo("2026-01-20T09:30:04Z");
        assertThat(fact.quantity()).isEqualByComparingTo("1");
    }

    @Test
    void shouldSayTheSameInOtherSpellings() {
        assertThat(fact("/s", "1", "u", "m", "m", "2.0", AT.plusNanos(1)).fingerprint())
                .isEqualTo(FACT.fingerprint());
        assertThat(FACT.by("erased").fingerprint()).isEqualTo(FACT.fingerprint());
        assertThat(fact("/s", "1", "u", "m", null, "2", AT).key()).isEqualTo(FACT.key());
        // Which text ends where matters.
        assertThat(fact("/s1", "2", "u", "m", null, "2", AT).key())
                .isNotEqualTo(fact("/s", "12", "u", "m", null, "2", AT).key());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"v, m, null, 2, 0", "u, n, null, 2, 0", "u, m, f, 2, 0", "u, m, null, 3, 0", "u, m, null, 2, 1"})
    void shouldSaySomethingElse(String user, String metric, String feature, String quantity, long later) {
        var other = fact("/s", "1", user, metric, feature, quantity, AT.plusSeconds(later));
        assertThat(other.key()).isEqualTo(FACT.key());
        assertThat(other.fingerprint()).isNotEqualTo(FACT.fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, m, 1",
                "' ', m, 1",
                "u, null, 1",
                "u, m, null",
                "u, m, 0",
                "u, m, -1",
                "u, m, 1e3",
                "u, m, 0.0000001",
                "u, m, 1234567890123",
                "u, m, many"
            })
    void shouldRefuseWhatCannotBeCounted(String user, String metric, String quantity) {
        assertThatThrownBy(() -> fact("/s", "1", user, metric, null, quantity, AT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fact("/s", "1", "u", "m", null, "1", Instant.parse("1999-12-31T23:59:59Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fact("/s", "1", "u", "m", " ", "1", AT)).isInstanceOf(IllegalArgumentException.class);
    }
}
