package dev.rivulet.success.customer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.customer.domain.Term;
import java.time.LocalDate;
import java.util.List;
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

        @Schema(description = "Price of the subscription per period, without what is metered")
        Money price,

        @Schema(examples = "ACTIVE", description = "ACTIVE or CANCELLED")
        String status,

        @Schema(examples = "2025-01-31") LocalDate startDate,

        @Schema(nullable = true, examples = "2026-01-31", description = "First day it no longer runs") @Nullable
        LocalDate endDate,

        @Schema(nullable = true) @Nullable UUID productId,
        @Schema(nullable = true) @Nullable UUID planId,
        @Schema(nullable = true, examples = "2") @Nullable Integer planVersion,

        @Schema(examples = "MONTH", description = "What the price is for")
        String period,

        @Schema(examples = "RUNNING", description = "SCHEDULED, TRIAL, RUNNING, PAUSED or ENDED")
        String phase,

        @Schema(
                nullable = true,
                examples = "0197a3f2-2f50-7c22-9f96-ad5d40af1e25",
                description = "The subscription that this one is an add-on of")
        @Nullable
        UUID baseId,

        @Schema(
                nullable = true,
                examples = "0197a3f0-5c1d-7e3f-9a52-6f1fac6b7a11",
                description = "Whom the promise was made for")
        @Nullable
        UUID segmentId,

        @Schema(description = "Monthly recurring revenue: the price for a month while it runs, else 0")
        Money mrr,

        @Schema(description = "What it was over time, each until the next")
        List<HistoryTerm> history) {

    /** What a subscription was from a day on. */
    @Schema(name = "SubscriptionTerm")
    public record HistoryTerm(
            @Schema(examples = "2025-01-31") LocalDate from,
            @Schema(examples = "Team") String planName,
            @Schema(examples = "25") int seats,

            @Schema(examples = "RUNNING", description = "TRIAL, RUNNING or PAUSED")
            String mode) {

        static HistoryTerm of(Term term) {
            return new HistoryTerm(term.from(), term.planName(), term.seats(), term.mode());
        }
    }

    static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(
                subscription.id,
                subscription.planName,
                subscription.seats,
                subscription.price,
                subscription.status,
                subscription.startDate,
                subscription.endDate,
                subscription.productId,
                subscription.planId,
                subscription.planVersion,
                subscription.period,
                subscription.phase,
                subscription.baseId,
                subscription.segmentId,
                new Money(subscription.monthlyMinor, subscription.price.currency()),
                subscription.history.stream().map(HistoryTerm::of).toList());
    }
}
