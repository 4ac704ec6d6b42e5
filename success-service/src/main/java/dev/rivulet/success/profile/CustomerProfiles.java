package dev.rivulet.success.profile;

import dev.rivulet.success.customer.CustomerSummary;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.score.Scores;
import dev.rivulet.success.value.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what the features know of a customer. */
@ApplicationScoped
class CustomerProfiles {

    private final Customers customers;
    private final Promises promises;
    private final Scores scores;

    CustomerProfiles(Customers customers, Promises promises, Scores scores) {
        this.customers = customers;
        this.promises = promises;
        this.scores = scores;
    }

    @Transactional
    List<CustomerRow> page(@Nullable String prefix, UUID after, int limit) {
        var page = customers.page(prefix, after, limit);
        var byAccount = scores.of(page.stream().map(CustomerSummary::id).toList());
        return page.stream()
                .map(customer -> CustomerRow.of(customer, byAccount.get(customer.id())))
                .toList();
    }

    @Transactional
    CustomerView get(UUID id) {
        var customer = customers.get(id);
        var seats = customers.seats(Map.of(id, customers.today(id))).get(id);
        return new CustomerView(
                id,
                customer.name(),
                customer.zone(),
                customer.currency(),
                customers.subscriptions(id),
                seats == null ? 0 : seats.purchased(),
                promises.to(id),
                scores.of(List.of(id)).get(id));
    }
}
