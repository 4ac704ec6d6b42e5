package dev.rivulet.subscription.account;

import com.fasterxml.jackson.annotation.JsonInclude;
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

        @Schema(examples = "2026-01-15T09:30:00Z") Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id,
                account.version,
                account.name,
                account.zone,
                account.currency,
                account.email,
                account.createdAt);
    }
}
