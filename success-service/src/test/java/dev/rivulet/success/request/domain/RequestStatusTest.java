package dev.rivulet.success.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestStatusTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPEN     | PLANNED RELEASED DECLINED
            PLANNED  | OPEN RELEASED DECLINED
            DECLINED | OPEN
            RELEASED | ''
            """)
    void shouldMoveOnlyWhereItMay(RequestStatus from, String next) {
        var allowed =
                Arrays.stream(RequestStatus.values()).filter(from::mayBecome).collect(Collectors.toSet());
        assertThat(allowed)
                .isEqualTo(
                        next.isEmpty()
                                ? Set.of()
                                : List.of(next.split(" ")).stream()
                                        .map(RequestStatus::valueOf)
                                        .collect(Collectors.toSet()));
    }
}
