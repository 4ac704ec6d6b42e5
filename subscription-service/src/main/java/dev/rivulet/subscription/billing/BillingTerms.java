package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.domain.InvoiceDraft.PinnedPlan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What a new subscription is to be billed for.
 *
 * @param trialDays whole days from the start that cost nothing
 */
public record BillingTerms(
        UUID subscriptionId, UUID accountId, ZoneId zone, PinnedPlan plan, LocalDate startDate, int trialDays) {}
