package dev.rivulet.success.care.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTypeTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, logistics, true",
        "TEXT, ' ', false",
        "NUMBER, -12.5, true",
        "NUMBER, 1e3, false",
        "NUMBER, 1234567890123456, false",
        "NUMBER, 0.1234567891, false",
        "DATE, 2025-02-28, true",
        "DATE, 2025-02-29, false",
        "DATE, +12025-02-28, false",
        "BOOLEAN, true, true",
        "BOOLEAN, TRUE, false",
    })
    void shouldAcceptItsOwnValuesOnly(AttributeType type, String value, boolean accepted) {
        assertThat(type.accepts(value)).isEqualTo(accepted);
    }
}
