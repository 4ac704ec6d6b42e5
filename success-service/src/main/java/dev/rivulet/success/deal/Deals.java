package dev.rivulet.success.deal;

import dev.rivulet.success.customer.CardChanged;
import dev.rivulet.success.customer.CustomerCopies;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Keeps the copy of deals. At contracting a customer to be appears, even before there is an account. */
@ApplicationScoped
public class Deals {

    private final DealRepository deals;
    private final CustomerCopies customers;
    private final Timeline timeline;
    private final Event<DealContracting> contracting;
    private final Event<CardChanged> cardChanges;

    Deals(
            DealRepository deals,
            CustomerCopies customers,
            Timeline timeline,
            Event<DealContracting> contracting,
            Event<CardChanged> cardChanges) {
        this.deals = deals;
        this.customers = customers;
        this.timeline = timeline;
        this.contracting = contracting;
        this.cardChanges = cardChanges;
    }

    /** What an older version says is no news. */
    @Transactional
    void apply(DealState state, long version) {
        var known = deals.findById(state.id());
        var deal = known == null ? new Deal() : known;
        if (version < deal.toldVersion) {
            return;
        }
        var news = known == null || !known.stage.equals(state.stage());
        deal.take(state, version);
        deals.persistAndFlush(deal);
        switch (state.stage()) {
            case DealState.CONTRACTING -> near(state, news);
            case DealState.WON -> won(state);
            case DealState.LOST -> lost(state);
            default -> {
                // Until signature is near a deal is sales' business alone.
            }
        }
        cardChanges.fire(new CardChanged(deal.customerId));
    }

    private void near(DealState state, boolean news) {
        if (state.accountId() == null) {
            customers.prospect(state.id(), state.customerName());
        } else {
            customers.ensure(state.accountId());
        }
        timeline.append(entry(state, EntryKind.CONTRACTING_STARTED, Map.of()));
        if (news) {
            contracting.fire(new DealContracting(
                    state.id(),
                    state.customer(),
                    state.productId(),
                    state.segmentId(),
                    state.partnerId(),
                    state.seats(),
                    state.stageSince()));
        }
    }

    private void won(DealState state) {
        customers.ensure(state.customer());
        customers.join(state.id(), state.customer());
        timeline.append(entry(state, EntryKind.DEAL_WON, Map.of()));
    }

    private void lost(DealState state) {
        customers.lose(state.id());
        timeline.append(entry(
                state,
                EntryKind.DEAL_LOST,
                Map.of("reason", Objects.requireNonNullElse(state.lossReason(), "UNKNOWN"))));
    }

    private static TimelineEntry entry(DealState state, EntryKind kind, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("owner", state.owner());
        facts.put("expectedAmount", state.expectedAmount().toString());
        facts.put("seats", "" + state.seats());
        return TimelineEntry.of(state.customer(), kind, state.stageSince(), state.id(), facts);
    }

    /** With a customer or prospect, the earliest step first. */
    @Transactional
    public List<DealView> with(UUID customer) {
        return deals.ofCustomers(List.of(customer)).stream().map(DealView::of).toList();
    }

    /** The segment of each customer's latest deal. */
    @Transactional
    public Map<UUID, UUID> segments(Collection<UUID> customers) {
        var segments = new HashMap<UUID, UUID>();
        deals.ofCustomers(customers).forEach(deal -> segments.put(deal.customerId, deal.segmentId));
        return segments;
    }

    /** The partner of each customer's latest deal that was won through one. */
    @Transactional
    public Map<UUID, UUID> partners(Collection<UUID> customers) {
        var partners = new HashMap<UUID, UUID>();
        deals.ofCustomers(customers).stream()
                .filter(deal -> deal.stage.equals(DealState.WON) && deal.partnerId != null)
                .forEach(deal -> partners.put(deal.customerId, deal.partnerId));
        return partners;
    }
}
