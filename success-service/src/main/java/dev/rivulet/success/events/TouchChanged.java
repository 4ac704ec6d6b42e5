package dev.rivulet.success.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a customer, or a prospect's deal, is looked after from now on; why is not told on, people say it in their words.
 *
 * @param accountId absent of a prospect
 * @param dealId absent of a customer
 * @param model TECH, LOW or HIGH
 * @param before absent where nothing had been decided
 * @param manager absent while there is none
 * @param waiting whether a manager is wanted and none has the hours
 * @param changedAt business time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TouchChanged(
        @Nullable UUID accountId,
        @Nullable UUID dealId,
        String model,
        @Nullable String before,
        @Nullable String manager,
        boolean waiting,
        Instant changedAt) {}
