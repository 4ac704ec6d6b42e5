package dev.rivulet.success.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that was completed waits again; the outcome told before no longer counts.
 *
 * @param accountId absent when it is about no customer in particular
 * @param reopenedAt business time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskReopened(UUID id, @Nullable UUID accountId, String kind, Instant reopenedAt) {}
