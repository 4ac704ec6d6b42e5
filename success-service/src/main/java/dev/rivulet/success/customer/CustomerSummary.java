package dev.rivulet.success.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customer's own data; name, zone and currency are null while only its subscription or invoice is known.
 *
 * @param openedAt when the account was opened, business time
 * @param prospect whether it has no account yet
 * @param lost whether it was a prospect and did not sign
 * @param joinedTo the account that a prospect became
 */
public record CustomerSummary(
        UUID id,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String currency,
        @Nullable Instant openedAt,
        boolean prospect,
        boolean lost,
        @Nullable UUID joinedTo) {

    static CustomerSummary of(Customer customer) {
        return new CustomerSummary(
                customer.id,
                customer.name,
                customer.zone,
                customer.currency,
                customer.openedAt,
                customer.prospect,
                customer.lost,
                customer.joinedTo);
    }
}
