package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a partner is owed for a month is settled; it never changes.
 *
 * @param month the first day of it
 * @param total negative when more was taken back than earned
 * @param entries how many it adds up
 */
public record CommissionStatementFinalized(
        UUID statementId, UUID partnerId, LocalDate month, Money total, int entries, Instant finalizedAt) {

    public static final EventType TYPE = new EventType(
            "subscription.commission.events.v1", "dev.rivulet.subscription.commission-statement.finalized.v1");
}
