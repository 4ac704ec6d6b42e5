package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Score;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Announced inside the service, in the transaction that changes the score.
 *
 * @param today the customer's local date
 * @param previous the score before; null when there was none
 */
public record ScoreMoved(
        UUID accountId, LocalDate today, @Nullable BigDecimal previous, Score current) {}
