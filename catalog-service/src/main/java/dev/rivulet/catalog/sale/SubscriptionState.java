package dev.rivulet.catalog.sale;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the catalog reads of subscription-service's subscriptions. */
record SubscriptionState(
        UUID id,
        UUID accountId,
        UUID productId,
        UUID planId,
        int planVersion,
        Money price,
        String period,
        @Nullable UUID propositionId,
        @Nullable Integer propositionVersion,
        int seats,
        String status,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable UUID partnerId) {

    static final String TYPE = "dev.rivulet.subscription.subscription.changed.v1";
}
