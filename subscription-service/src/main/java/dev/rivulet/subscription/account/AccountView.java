package dev.rivulet.subscription.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Account")
public record AccountView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "Northwind Training GmbH") String name,
        @Schema(examples = "Europe/Berlin") String zone,
        @Schema(examples = "EUR") String currency,

        @Nullable @Schema(examples = "accounts@northwind.example")
        String email,

        @Nullable @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c04", description = "The account above it")
        UUID parentId,

        @Schema(examples = "false", description = "Whether the account above pays")
        boolean rollUp,

        @Schema(
                examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03",
                description = "Who pays in the end: itself, or an account above that it is rolled up to")
        UUID payerId,

        @Schema(examples = "main", description = "The seller that invoices it")
        String legalEntity,

        @Nullable @Schema(examples = "1", description = "Day of the month that charges wait for")
        Integer billingDay,

        @Schema(examples = "14", description = "Days to pay")
        int paymentTermsDays,

        @Schema(examples = "0", description = "Days that an invoice stays a draft")
        int graceDays,

        CollectionMethod collectionMethod,

        @Nullable @Schema(description = "Its own; else the tenant's for the currency and method holds")
        MinimumRequest minimum,

        @Nullable TaxProfile tax,
        @Schema(examples = "2026-01-15T09:30:00Z") Instant createdAt) {

    static AccountView of(Account account) {
        var requested = account.asRequested();
        return new AccountView(
                account.id,
                account.version,
                account.name,
                account.zone,
                account.currency,
                account.email,
                account.parentId,
                account.rollUp,
                account.payer(),
                account.legalEntity,
                requested.billingDay(),
                account.paymentTermsDays,
                account.graceDays,
                account.collectionMethod,
                requested.minimum(),
                requested.tax(),
                account.createdAt);
    }
}
