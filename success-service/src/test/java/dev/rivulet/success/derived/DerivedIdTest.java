package dev.rivulet.success.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

    private static final Instant AT = Instant.parse("2025-01-31T00:00:00Z");

    @Test
    void shouldFollowFromWhatItIsOf() {
        var id = DerivedId.of(AT, "promise 1");
        assertThat(DerivedId.of(AT, "promise 1")).isEqualTo(id);
        assertThat(DerivedId.of(AT, "promise 2")).isNotEqualTo(id);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    /** As PostgreSQL sorts them, by their text. */
    @Test
    void shouldBeInTheOrderOfTime() {
        assertThat(DerivedId.of(AT.plusMillis(1), "promise 1").toString())
                .isGreaterThan(DerivedId.of(AT, "promise 2").toString());
        assertThat(DerivedId.of(AT, "x").toString())
                .startsWith("0194b9a8-4400-7")
                .isGreaterThan(new UUID(0, 0).toString());
    }
}
