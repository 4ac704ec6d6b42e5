package dev.rivulet.success.journey;

import dev.rivulet.success.customer.Customers;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Whether what a journey waits for is signed. */
@Singleton
class Signatures {

    private final Customers customers;

    Signatures(Customers customers) {
        this.customers = customers;
    }

    /**
     * Of a journey that began with a deal: when the deal is won, or a subscription begun since; what the customer had
     * before says nothing about the deal. Of any other: when a subscription runs.
     */
    boolean isGiven(Enrolment enrolment) {
        var account = enrolment.accountId;
        if (account == null || enrolment.signed) {
            return enrolment.signed;
        }
        var zone = customers.zones(List.of(account)).getOrDefault(account, ZoneOffset.UTC);
        var since = enrolment.dealId == null ? LocalDate.MIN : LocalDate.ofInstant(enrolment.startedAt, zone);
        return customers.subscriptions(account).stream()
                .anyMatch(subscription -> !subscription.status().equals("CANCELLED")
                        && !subscription.startDate().isBefore(since));
    }
}
