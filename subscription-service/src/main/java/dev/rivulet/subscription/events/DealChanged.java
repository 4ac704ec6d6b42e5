package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal as it stands now. Holds no personal data of the customer's people.
 *
 * @param seats of all lines
 * @param subscriptionIds what a won deal led to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealChanged(
        UUID id,
        String stage,
        @Nullable UUID accountId,
        String customerName,
        UUID productId,
        UUID segmentId,
        String owner,
        Money expectedAmount,
        LocalDate expectedClose,
        @Nullable UUID propositionId,
        @Nullable Integer propositionVersion,
        @Nullable UUID partnerId,
        int seats,
        @Nullable String lossReason,
        List<UUID> subscriptionIds,
        Instant openedAt,
        Instant stageSince,
        @Nullable Instant closedAt) {

    public static final EventType TYPE =
            new EventType("subscription.deal.state.v1", "dev.rivulet.subscription.deal.changed.v1");
}
