package dev.rivulet.success.problem.domain;

import static dev.rivulet.success.problem.domain.ProblemState.CLOSED;
import static dev.rivulet.success.problem.domain.ProblemState.IN_PROGRESS;
import static dev.rivulet.success.problem.domain.ProblemState.OPEN;
import static dev.rivulet.success.problem.domain.ProblemState.RESOLVED;
import static dev.rivulet.success.problem.domain.ProblemState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemStateTest {

    @Test
    void shouldGoItsWaysAndNoOthers() {
        var ways = Map.of(
                OPEN, Set.of(IN_PROGRESS, WAITING, RESOLVED),
                IN_PROGRESS, Set.of(WAITING, RESOLVED),
                WAITING, Set.of(IN_PROGRESS, RESOLVED),
                RESOLVED, Set.of(IN_PROGRESS, CLOSED),
                CLOSED, Set.<ProblemState>of());
        for (var from : ProblemState.values()) {
            for (var to : ProblemState.values()) {
                assertThat(from.mayBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(ways.get(from).contains(to));
            }
        }
    }

    @Test
    void shouldBeOpenUntilItIsSolved() {
        assertThat(Set.of(ProblemState.values()).stream().filter(ProblemState::isOpen))
                .containsExactlyInAnyOrder(OPEN, IN_PROGRESS, WAITING);
    }
}
