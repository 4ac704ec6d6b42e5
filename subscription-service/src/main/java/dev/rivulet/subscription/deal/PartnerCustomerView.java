package dev.rivulet.subscription.deal;

import dev.rivulet.subscription.deal.DealSubscriptions.PartnerCustomer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer that a partner brought. */
@Schema(name = "PartnerCustomer")
public record PartnerCustomerView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "Northwind Training GmbH") String customerName,

        @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
        UUID partnerId,

        @Schema(examples = "2026-04-02T12:00:00Z") Instant since,

        @Schema(description = "Those that the partner's deals led to")
        List<UUID> subscriptionIds) {

    static PartnerCustomerView of(PartnerCustomer customer) {
        return new PartnerCustomerView(
                customer.accountId(),
                customer.customerName(),
                customer.partnerId(),
                customer.since(),
                customer.subscriptionIds());
    }
}
