package dev.rivulet.success.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customer's own data; name, zone and currency are null while only its subscription or invoice is known. */
public record CustomerSummary(
        UUID id,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String currency) {

    static CustomerSummary of(Customer customer) {
        return new CustomerSummary(customer.id, customer.name, customer.zone, customer.currency);
    }
}
