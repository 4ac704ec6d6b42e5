package dev.rivulet.success.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Customer Score as it now stands.
 *
 * @param score 0 to 100, one decimal; null while too little is known
 * @param coverage the share of the model's weight that is known, 0 to 1
 * @param asOf business time of the computation
 * @param modelNumber the version of the model it was computed by
 * @param band HEALTHY, AT_RISK or CRITICAL by the model's thresholds; null without a score
 */
public record ScoreChanged(
        UUID accountId,
        @Nullable BigDecimal score,
        BigDecimal coverage,
        Instant asOf,
        int modelNumber,
        @Nullable String band) {}
