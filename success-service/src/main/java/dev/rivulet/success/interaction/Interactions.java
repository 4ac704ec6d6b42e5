package dev.rivulet.success.interaction;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.care.CareView;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.CustomerJoined;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records meetings and calls with people at customers. */
@ApplicationScoped
public class Interactions {

    private final InteractionRepository interactions;
    private final Customers customers;
    private final Contacts contacts;
    private final Cares cares;
    private final Timeline timeline;
    private final TenantClock clock;
    private final SecurityIdentity identity;
    private final Event<CustomerChanged> changes;

    Interactions(
            InteractionRepository interactions,
            Customers customers,
            Contacts contacts,
            Cares cares,
            Timeline timeline,
            TenantClock clock,
            SecurityIdentity identity,
            Event<CustomerChanged> changes) {
        this.interactions = interactions;
        this.customers = customers;
        this.contacts = contacts;
        this.cares = cares;
        this.timeline = timeline;
        this.clock = clock;
        this.identity = identity;
        this.changes = changes;
    }

    @Transactional
    InteractionView record(UUID account, InteractionRequest request) {
        customers.get(account);
        var at = Happened.at(request.occurredAt(), clock.now(), "/occurredAt");
        if (contacts.find(request.contactId())
                .filter(person -> person.account().equals(account))
                .isEmpty()) {
            throw Rejected.unprocessable("contact-unknown", "/contactId");
        }
        var interaction = new Interaction();
        interaction.accountId = account;
        interaction.kind = request.kind();
        interaction.contactId = request.contactId();
        interaction.occurredAt = at;
        interaction.summary = request.summary();
        interaction.recordedBy = identity.getPrincipal().getName();
        interactions.persistAndFlush(interaction);
        timeline.append(TimelineEntry.of(
                        account,
                        EntryKind.INTERACTION,
                        at,
                        interaction.id,
                        Map.of("kind", interaction.kind.name(), "recordedBy", interaction.recordedBy))
                .about(interaction.contactId)
                .saying(interaction.summary));
        changes.fire(new CustomerChanged(account));
        return InteractionView.of(interaction);
    }

    /** In the order in which they were recorded. */
    @Transactional
    List<InteractionView> page(UUID account, UUID after, int limit) {
        customers.get(account);
        return interactions.page(account, after, limit).stream()
                .map(InteractionView::of)
                .toList();
    }

    /** When the sponsor of each account was last met; accounts without a sponsor, or never met, are left out. */
    @Transactional
    public Map<UUID, Instant> lastSponsorContact(Collection<UUID> accounts) {
        var accountOf = new HashMap<UUID, UUID>();
        for (CareView care : cares.of(accounts).values()) {
            if (care.sponsorContactId() != null) {
                accountOf.put(care.sponsorContactId(), care.accountId());
            }
        }
        var last = new HashMap<UUID, Instant>();
        if (!accountOf.isEmpty()) {
            for (var met : interactions.last(accountOf.keySet())) {
                last.put(accountOf.get(met.contactId()), met.at());
            }
        }
        return last;
    }

    void join(@Observes CustomerJoined joined) {
        interactions.move(joined.prospect(), joined.account());
    }

    /** That people met stays, what was said goes. */
    void erase(@Observes PersonErased person) {
        for (var interaction : interactions.list("accountId", person.account())) {
            interaction.summary =
                    interaction.contactId.equals(person.contact()) ? null : person.without(interaction.summary);
        }
    }

    void export(@Observes PersonExport export) {
        export.add(
                "interactions",
                interactions.list("contactId = ?1 order by occurredAt, id", export.contact()).stream()
                        .map(InteractionView::of)
                        .toList());
        export.add(
                "interactionsWithOthers",
                interactions
                        .list("accountId = ?1 and contactId <> ?2 order by id", export.account(), export.contact())
                        .stream()
                        .flatMap(met -> export.naming(met.id, "summary", met.summary))
                        .toList());
    }
}
