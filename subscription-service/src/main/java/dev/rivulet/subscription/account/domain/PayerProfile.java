package dev.rivulet.subscription.account.domain;

import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as those see it who invoice it.
 *
 * @param legalEntity the seller who invoices it
 * @param billingDay day of the month that charges wait for; null to invoice whatever is due
 * @param graceDays how long an invoice stays a draft
 * @param minimum its own, else the tenant's for its currency and method
 * @param exemption why it owes no tax
 */
public record PayerProfile(
        UUID id,
        ZoneId zone,
        Currency currency,
        String legalEntity,
        @Nullable Integer billingDay,
        int paymentTermsDays,
        int graceDays,
        @Nullable Minimum minimum,
        @Nullable String taxCode,
        @Nullable String exemption) {}
