package dev.rivulet.subscription.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageFactTest {

    private static final String SAID = """
            {"accountId":"0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03","userId":"u","metric":"m","quantity":"1",
            "occurredAt":"2026-01-20T09:30:00Z"}""";

    @Test
    void shouldUnderstandTheProducersExample() throws IOException {
        var example = Files.readString(
                Path.of("../success-service/src/main/resources/events/" + UsageFact.TYPE + ".example.json"));

        var fact = read(UsageFact.TYPE, example);

        assertThat(fact).hasNoNullFieldsOrProperties();
        assertThat(fact.metric()).isEqualTo("lesson-completed");
        assertThat(fact.quantity()).isEqualByComparingTo("1");
    }

    @Test
    void shouldLeaveOtherTypesAlone() {
        assertThat(UsageFact.read(event("dev.rivulet.usage.usage.invented.v1", "not even JSON")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "1"                    | "1.000"                          | true
            "2026-01-20T09:30:00Z" | "2026-01-20T10:30:00+01:00"      | true
            "metric":"m"           | "metric":"m","addedLater":true   | true
            "1"                    | "1.001"                          | false
            "u"                    | "v"                              | false
            "m"                    | "n"                              | false
            "2026-01-20T09:30:00Z" | "2026-01-20T09:30:00.000001Z"    | false
            """)
    void shouldTellWhetherTwoSayTheSame(String part, String other, boolean same) {
        var one = read(UsageFact.TYPE, SAID);
        var two = read(UsageFact.TYPE, SAID.replace(part, other));

        assertThat(two.key()).isEqualTo(one.key());
        assertThat(two.fingerprint().equals(one.fingerprint())).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "quantity":"1"         | "quantity":"0"
            "quantity":"1"         | "quantity":"-1"
            "quantity":"1"         | "quantity":"1e40"
            "quantity":"1"         | "quantity":"1234567890123"
            "quantity":"1"         | "quantity":"0.0000001"
            "quantity":"1"         | "quantity":null
            "userId":"u"           | "userId":" "
            "userId":"u"           | "userId":"a\\u0000b"
            "metric":"m",          | ``
            2026-01-20             | 1999-12-31
            2026-01-20             | 2100-01-01
            2026-01-20T09:30:00Z   | yesterday
            0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03 | acme
            }                      | ``
            """)
    void shouldRefuseWhatCannotBeCounted(String part, String replaced) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(UsageFact.TYPE, SAID.replace(part, replaced == null ? "" : replaced)));
    }

    private static UsageFact read(String type, String payload) {
        return UsageFact.read(event(type, payload)).orElseThrow();
    }

    private static Event event(String type, String payload) {
        return new Event("e-1", "/test", type, "tenant", "key", 0, payload, null);
    }
}
