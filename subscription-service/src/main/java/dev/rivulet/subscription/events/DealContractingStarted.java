package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signature and payment are near: success managers join now.
 *
 * @param accountId absent while the customer is a prospect
 * @param benefit what was promised
 * @param seats of all lines
 * @param expectedStart the earliest start agreed; absent when it is the day of the signature
 * @param owner whose deal it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealContractingStarted(
        UUID dealId,
        @Nullable UUID accountId,
        String customerName,
        UUID productId,
        UUID segmentId,
        UUID propositionId,
        int propositionVersion,
        @Nullable Benefit benefit,
        int seats,
        @Nullable LocalDate expectedStart,
        LocalDate expectedClose,
        String owner,
        @Nullable UUID partnerId) {

    public static final EventType TYPE =
            new EventType("subscription.deal.events.v1", "dev.rivulet.subscription.deal.contracting-started.v1");

    /** From baseline to target within so many days of the start; decimal numbers as text. */
    public record Benefit(String metric, String unit, String baseline, String target, int withinDays) {}
}
