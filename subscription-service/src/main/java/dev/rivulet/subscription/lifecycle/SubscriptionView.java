package dev.rivulet.subscription.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.offer.Benefit;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as callers see it.
 *
 * @param price what the terms that hold now cost for a whole period with these seats, without metered components
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Subscription")
public record SubscriptionView(
        @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
        UUID productId,

        @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
        UUID planId,

        @Schema(examples = "Soft skills, monthly") String planName,
        @Schema(examples = "1") int planVersion,
        Money price,
        BillingPeriod period,

        @Schema(examples = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02")
        UUID propositionId,

        @Schema(examples = "1") int propositionVersion,
        @Nullable Benefit benefit,
        @Schema(examples = "25") int seats,
        SubscriptionStatus status,
        Phase phase,

        @Nullable
        @Schema(
                examples = "0197a3f2-0a4f-7b11-8e85-9c4c3f9e0d04",
                description = "The subscription that this one is an add-on of")
        UUID baseId,

        @Schema(examples = "2026-01-15") LocalDate startDate,

        @Nullable
        @Schema(
                examples = "2026-04-15",
                description = "First day not covered any more; set once the end is decided, or by a fixed term")
        LocalDate endDate,

        @Nullable
        @Schema(
                examples = "2026-01-15",
                description = "First day of the period that runs today, in the account's zone: of the trial while it"
                        + " lasts; absent before the start and after the end")
        LocalDate currentPeriodStart,

        @Nullable
        @Schema(
                examples = "2026-02-15",
                description = "First day after the period that runs today; that of a trial is the first charged day")
        LocalDate currentPeriodEnd,

        @Nullable
        @Schema(
                examples = "2026-02-15",
                description = "Day on which the next charge falls due, in the account's zone: what it costs may be"
                        + " invoiced later, with the payer's billing day. Absent where nothing that costs is to come;"
                        + " past only while the charge is still to be made")
        LocalDate nextChargeOn,

        @Nullable
        @Schema(examples = "2026-02-15", description = "Of one that was imported: the first day that is charged here")
        LocalDate chargedThrough,

        @Nullable @Schema(examples = "2026-03-16", description = "Since when it is not served, while it is SUSPENDED")
        LocalDate suspendedOn,

        @Schema(examples = "2026-01-15T09:31:00Z") Instant createdAt) {

    static SubscriptionView of(Subscription subscription, Standing standing) {
        var period = standing.period();
        return new SubscriptionView(
                subscription.id,
                subscription.version,
                subscription.accountId,
                subscription.productId,
                subscription.planId,
                subscription.planName,
                subscription.planVersion,
                subscription.price,
                subscription.period,
                subscription.propositionId,
                subscription.propositionVersion,
                subscription.benefit,
                subscription.seats,
                subscription.shown(),
                subscription.phase,
                subscription.baseId,
                subscription.startDate,
                subscription.endDate,
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                standing.nextCharge(),
                subscription.chargedThrough,
                subscription.shown() == SubscriptionStatus.SUSPENDED ? subscription.suspendedOn : null,
                subscription.createdAt);
    }
}
