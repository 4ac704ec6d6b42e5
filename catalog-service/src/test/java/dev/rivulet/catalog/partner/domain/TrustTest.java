package dev.rivulet.catalog.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # clients' last words                          | today      | confirmed | trusted | until
            -                                              | 2026-06-01 | 0         | false   | -
            2026-01-10 2026-02-10                          | 2026-06-01 | 2         | false   | -
            2026-01-10 2026-02-10 2026-03-10               | 2026-06-01 | 3         | true    | 2027-01-10
            2026-01-10 2026-02-10 2026-03-10 2026-04-10    | 2026-06-01 | 4         | true    | 2027-02-10
            2025-06-01 2026-02-10 2026-03-10               | 2026-06-01 | 2         | false   | -
            2025-06-02 2026-02-10 2026-03-10               | 2026-06-01 | 3         | true    | 2026-06-02
            2025-06-02 2026-02-10 2026-03-10               | 2026-06-02 | 2         | false   | -
            2024-02-29 2024-12-01 2025-01-01               | 2025-02-27 | 3         | true    | 2025-02-28
            2024-02-29 2024-12-01 2025-01-01               | 2025-02-28 | 2         | false   | -
            2026-06-01 2026-06-01 2026-06-01               | 2026-06-01 | 3         | true    | 2027-06-01
            """)
    void shouldWantThreeWordsWithinAYear(
            String words, LocalDate today, int confirmed, boolean trusted, LocalDate until) {
        var days = words == null
                ? List.<LocalDate>of()
                : Arrays.stream(words.split(" ")).map(LocalDate::parse).toList();
        assertThat(Trust.of(days, today)).isEqualTo(new Trust(confirmed, trusted, until));
    }
}
