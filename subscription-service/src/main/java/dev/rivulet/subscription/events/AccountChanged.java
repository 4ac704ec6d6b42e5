package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands now. Holds no personal data: no e-mail address; its people have a topic of their own.
 *
 * @param parentId the account above it
 * @param payerId who pays for it: itself, or an account above
 * @param openedAt business time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountChanged(
        UUID id,
        String name,
        String zone,
        String currency,
        @Nullable UUID parentId,
        UUID payerId,
        Instant openedAt) {

    public static final EventType TYPE =
            new EventType("subscription.account.state.v1", "dev.rivulet.subscription.account.changed.v1");
}
