package dev.rivulet.success.revenue;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.revenue.domain.Movement;
import dev.rivulet.success.revenue.domain.MovementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code dev.rivulet.subscription.mrr.moved.v1}.
 *
 * @param recordedAt when it became known; a producer that does not say knew it in time
 */
record MrrMoved(
        UUID id,
        UUID accountId,
        UUID subscriptionId,
        MovementKind kind,
        Money amount,
        LocalDate date,
        @Nullable Instant recordedAt,
        @Nullable UUID planId,
        @Nullable UUID productId,
        @Nullable UUID segmentId,
        @Nullable UUID partnerId) {

    static final String TYPE = "dev.rivulet.subscription.mrr.moved.v1";

    Movement movement() {
        var known = recordedAt == null ? date.atStartOfDay().toInstant(ZoneOffset.UTC) : recordedAt;
        return new Movement(id, date, kind, amount.minor(), known);
    }
}
