package dev.rivulet.success.survey;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.SubscriptionView;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who can be asked, and what is known of them. */
@Singleton
class People {

    private final Customers customers;

    People(Customers customers) {
        this.customers = customers;
    }

    /** Those of the audience who can be asked, each once. */
    List<Person> of(Audience audience) {
        return audience.people().stream()
                .map(named -> new Person(named.accountId(), named.respondent().strip()))
                .distinct()
                .filter(person -> customers.knows(person.accountId()))
                .toList();
    }

    /** As of the customer's local day. */
    Traits traits(UUID account, String respondent, @Nullable String function, LocalDate day) {
        var plan = customers.subscriptions(account).stream()
                .filter(subscription -> runsOn(subscription, day))
                .map(SubscriptionView::planName)
                .findFirst()
                .orElse(null);
        return new Traits(null, plan, function);
    }

    private static boolean runsOn(SubscriptionView subscription, LocalDate day) {
        var end = subscription.endDate();
        return !subscription.startDate().isAfter(day)
                && (end == null ? !subscription.status().equals("CANCELLED") : day.isBefore(end));
    }
}
