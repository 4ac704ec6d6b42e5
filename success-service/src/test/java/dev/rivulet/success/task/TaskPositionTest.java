package dev.rivulet.success.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.problem.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskPositionTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_767_000_000);

    @Test
    void shouldKeepWhatWasSentOfTransactionsThatWereNotTheOldest() {
        var start = new TaskPosition(100, 0, List.of());
        var later = start.behind(105, 7, NOW).behind(101, 8, NOW);
        assertThat(later.id()).isEqualTo("100-1767000000-105.7_101.8");
        assertThat(later.upTo(103, NOW).id()).isEqualTo("103-1767000000-105.7");
        assertThat(later.upTo(106, NOW).id()).isEqualTo("106-1767000000");
    }

    @Test
    void shouldNotGrowWithoutBound() {
        var place = new TaskPosition(1, 0, List.of());
        for (var seq = 0; seq < 80; seq++) {
            place = place.behind(2, seq, NOW);
        }
        assertThat(place.sent()).hasSize(50);
        assertThat(TaskPosition.parse(place.id())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7-1767000000", "7-1767000000-8.1", "7-1767000000-8.1_9.2"})
    void shouldBeReadAsItWasWritten(String id) {
        assertThat(TaskPosition.parse(id).id()).isEqualTo(id);
        assertThat(TaskPosition.parse(id).isForgotten(NOW.plus(Duration.ofDays(7))))
                .isFalse();
        assertThat(TaskPosition.parse(id)
                        .isForgotten(NOW.plus(Duration.ofDays(7)).plusSeconds(1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "7-", "-1-5", "7-1767000000-", "7-1767000000-8", "7-5-8.1_", "1234567890123456789-1"})
    void shouldRefuseWhatIsNoPlace(String id) {
        assertThatThrownBy(() -> TaskPosition.parse(id)).isInstanceOf(Rejected.class);
    }
}
