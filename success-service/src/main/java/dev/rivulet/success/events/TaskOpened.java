package dev.rivulet.success.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone has to do something by a day local to the customer.
 *
 * @param accountId absent when it is about no customer in particular
 * @param reason in English
 * @param severity LOW, MEDIUM, HIGH or URGENT
 * @param owner who is to do it; absent while it lies in a queue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskOpened(
        UUID id,
        @Nullable UUID accountId,
        String kind,
        String reason,
        String severity,
        @Nullable String owner,
        LocalDate dueOn,
        Instant openedAt) {}
