package dev.rivulet.success.customer;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One subscription of a customer; dates are local to the customer. */
@Schema(name = "CustomerSubscription")
public record SubscriptionView(
        @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID id,

        @Schema(examples = "Team") String planName,
        @Schema(examples = "25") int seats,

        @Schema(description = "Price of the subscription per period, as pinned at signing")
        Money price,

        @Schema(examples = "ACTIVE", description = "ACTIVE or CANCELLED")
        String status,

        @Schema(examples = "2025-01-31") LocalDate startDate,

        @Schema(nullable = true, examples = "2026-01-31", description = "First day it no longer runs") @Nullable
        LocalDate endDate) {

    static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(
                subscription.id,
                subscription.planName,
                subscription.seats,
                subscription.price,
                subscription.status,
                subscription.startDate,
                subscription.endDate);
    }
}
