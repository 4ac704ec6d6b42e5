package dev.rivulet.catalog.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookStatusTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, DRAFT, false",
        "DRAFT, PUBLISHED, true",
        "DRAFT, SUPERSEDED, false",
        "PUBLISHED, DRAFT, false",
        "PUBLISHED, PUBLISHED, false",
        "PUBLISHED, SUPERSEDED, true",
        "SUPERSEDED, DRAFT, false",
        "SUPERSEDED, PUBLISHED, false",
        "SUPERSEDED, SUPERSEDED, false"
    })
    void shouldGoForwardOnly(PlaybookStatus from, PlaybookStatus to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }
}
