package dev.rivulet.success.customer;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code dev.rivulet.subscription.subscription.changed.v1}; also announced inside the
 * service, in the transaction that applies it.
 */
public record SubscriptionState(
        UUID id,
        UUID accountId,
        String planName,
        Money price,
        @Nullable UUID propositionId,
        long propositionVersion,
        @Nullable Benefit benefit,
        int seats,
        String status,
        LocalDate startDate,
        @Nullable LocalDate endDate) {

    static final String TYPE = "dev.rivulet.subscription.subscription.changed.v1";

    /** The benefit promised when the subscription was signed. */
    public record Benefit(String metric, String unit, BigDecimal baseline, BigDecimal target, int withinDays) {}
}
