package dev.rivulet.success.touch;

import dev.rivulet.success.touch.domain.TouchModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is looked after.
 *
 * @param subject the customer, or a prospect's deal
 * @param manager who is in charge; also in tech touch, where they are whom to ask
 * @param hours a quarter that it takes of the manager
 * @param waitingSince since when a manager is wanted and none has the hours; null when none is wanted or one is found
 */
public record TouchState(
        UUID subject,
        boolean prospect,
        TouchModel model,
        @Nullable String manager,
        BigDecimal hours,
        @Nullable Instant waitingSince) {}
