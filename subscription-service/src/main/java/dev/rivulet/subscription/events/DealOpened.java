package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal was opened: somebody has the problem and money for it.
 *
 * @param propositionId with which promise, if chosen already
 * @param partnerId through whom, if a partner registered the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealOpened(
        UUID dealId,
        UUID productId,
        UUID segmentId,
        @Nullable UUID propositionId,
        @Nullable UUID partnerId,
        String owner,
        Money expectedAmount,
        LocalDate expectedClose,
        Instant openedAt) {

    public static final EventType TYPE =
            new EventType("subscription.deal.events.v1", "dev.rivulet.subscription.deal.opened.v1");
}
