package dev.rivulet.success.profile;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.domain.CustomerStatus;
import dev.rivulet.success.deal.Deals;
import dev.rivulet.success.feedback.FeedbackItems;
import dev.rivulet.success.interaction.Interactions;
import dev.rivulet.success.payment.PaymentBehaviour;
import dev.rivulet.success.payment.Receivables;
import dev.rivulet.success.problem.Problems;
import dev.rivulet.success.score.Scores;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.EntryView;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.value.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what the features know of a customer. */
@ApplicationScoped
class CustomerProfiles {

    private static final int INVOICES = 12;
    private static final int FEEDBACK = 10;

    private final Customers customers;
    private final Cares cares;
    private final Deals deals;
    private final Contacts contacts;
    private final Receivables receivables;
    private final Promises promises;
    private final Interactions interactions;
    private final Problems problems;
    private final FeedbackItems feedback;
    private final Scores scores;
    private final Timeline timeline;
    private final Portfolio portfolio;

    CustomerProfiles(
            Customers customers,
            Cares cares,
            Deals deals,
            Contacts contacts,
            Receivables receivables,
            Promises promises,
            Interactions interactions,
            Problems problems,
            FeedbackItems feedback,
            Scores scores,
            Timeline timeline,
            Portfolio portfolio) {
        this.customers = customers;
        this.cares = cares;
        this.deals = deals;
        this.contacts = contacts;
        this.receivables = receivables;
        this.promises = promises;
        this.interactions = interactions;
        this.problems = problems;
        this.feedback = feedback;
        this.scores = scores;
        this.timeline = timeline;
        this.portfolio = portfolio;
    }

    @Transactional
    CustomerView get(UUID id) {
        var customer = customers.get(id);
        var only = List.of(id);
        var todays = Map.of(id, customers.today(id));
        var seats = customers.seats(todays).get(id);
        return new CustomerView(
                id,
                customer.name(),
                customer.zone(),
                customer.currency(),
                customers.statuses(only).getOrDefault(id, CustomerStatus.NEW),
                customer.openedAt(),
                customer.joinedTo(),
                cares.get(id),
                customers.subscriptions(id),
                seats == null ? 0 : seats.purchased(),
                revenue(customers.mrr(only).get(id), customer.currency()),
                receivables.latest(id, INVOICES),
                receivables.behaviour(todays).getOrDefault(id, PaymentBehaviour.UNKNOWN),
                deals.with(id),
                promises.to(id),
                portfolio.seesPeople() ? contacts.at(id) : List.of(),
                interactions.lastSponsorContact(only).get(id),
                problems.unsolved(id),
                feedback.latest(id, FEEDBACK),
                scores.of(only).get(id));
    }

    private static @Nullable Money revenue(@Nullable Money mrr, @Nullable String currency) {
        return mrr != null || currency == null ? mrr : Money.zero(Currency.getInstance(currency));
    }

    @Transactional
    List<EntryView> timeline(
            UUID id,
            @Nullable EntryKind kind,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Cursor place,
            int limit) {
        customers.get(id);
        return timeline.page(id, kind, from, until, place, limit);
    }
}
