package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.domain.Outcome;
import dev.rivulet.subscription.billing.domain.PayerTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a payer's pending charges.
 *
 * @param today in the payer's zone
 * @param lookAgainOn the first day after today on which its charges or drafts need attention; null when none do
 */
public record PayerOutcome(
        PayerTerms terms,
        LocalDate today,
        Outcome outcome,
        @Nullable LocalDate lookAgainOn) {}
