package dev.rivulet.success.task.domain;

import dev.rivulet.success.score.domain.Contribution;
import dev.rivulet.success.score.domain.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The trigger of a low score. */
public final class LowScore {

    private LowScore() {}

    /**
     * Why someone has to look after the customer: the score has fallen, and it is below the threshold. One that stays
     * low or recovers is no news; one without enough coverage says nothing.
     *
     * @param previous the score before; null when there was none
     */
    public static Optional<String> reason(@Nullable BigDecimal previous, Score current, BigDecimal threshold) {
        var score = current.score();
        if (score == null || score.compareTo(threshold) >= 0) {
            return Optional.empty();
        }
        if (previous != null && score.compareTo(previous) >= 0) {
            return Optional.empty();
        }
        var drags = current.contributions().stream()
                .filter(part -> part.drag().signum() > 0)
                .sorted(Comparator.comparing(Contribution::drag).reversed())
                .map(part -> part.component() + " " + shown(part.value()) + " (-" + part.drag() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of("Score " + score + " < " + threshold.toPlainString() + ": " + drags);
    }

    private static String shown(@Nullable BigDecimal value) {
        return value == null ? "?" : value.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
