package dev.rivulet.success.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task is done, or was not worth doing; in words that are not told on.
 *
 * @param accountId absent when it is about no customer in particular
 * @param outcome RESOLVED, LOST, FALSE_ALARM, NO_ACTION or DUPLICATE
 * @param completedAt business time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskCompleted(
        UUID id, @Nullable UUID accountId, String kind, String outcome, String completedBy, Instant completedAt) {}
