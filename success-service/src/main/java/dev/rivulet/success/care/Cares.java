package dev.rivulet.success.care;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.customer.CardChanged;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.CustomerJoined;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.deal.Deals;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import dev.rivulet.success.touch.ManagerNamed;
import dev.rivulet.success.touch.Touches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who looks after customers, and what is said of them here. */
@ApplicationScoped
public class Cares {

    private final CareRepository cares;
    private final Attributes attributes;
    private final Customers customers;
    private final Deals deals;
    private final Contacts contacts;
    private final Touches touches;
    private final Timeline timeline;
    private final MergePatch mergePatch;
    private final Tenants tenants;
    private final TenantClock clock;
    private final Event<CareChanged> careChanges;
    private final Event<CardChanged> cardChanges;
    private final Event<CustomerChanged> customerChanges;

    Cares(
            CareRepository cares,
            Attributes attributes,
            Customers customers,
            Deals deals,
            Contacts contacts,
            Touches touches,
            Timeline timeline,
            MergePatch mergePatch,
            Tenants tenants,
            TenantClock clock,
            Event<CareChanged> careChanges,
            Event<CardChanged> cardChanges,
            Event<CustomerChanged> customerChanges) {
        this.cares = cares;
        this.attributes = attributes;
        this.customers = customers;
        this.deals = deals;
        this.contacts = contacts;
        this.touches = touches;
        this.timeline = timeline;
        this.mergePatch = mergePatch;
        this.tenants = tenants;
        this.clock = clock;
        this.careChanges = careChanges;
        this.cardChanges = cardChanges;
        this.customerChanges = customerChanges;
    }

    @Transactional
    public CareView get(UUID account) {
        return Objects.requireNonNull(of(List.of(customers.get(account).id())).get(account));
    }

    /** Of each of the accounts; one that nobody looks after has an empty one. */
    @Transactional
    public Map<UUID, CareView> of(Collection<UUID> accounts) {
        var set = new HashMap<UUID, Care>();
        cares.ofAccounts(accounts).forEach(care -> set.put(care.accountId, care));
        var segments = new HashMap<>(deals.segments(accounts));
        segments.putAll(customers.segmentsSold(accounts));
        var partners = deals.partners(accounts);
        var views = new HashMap<UUID, CareView>();
        for (var account : accounts) {
            var care = set.getOrDefault(account, new Care());
            views.put(
                    account,
                    new CareView(
                            account,
                            care.version,
                            care.manager,
                            care.segmentId == null ? segments.get(account) : care.segmentId,
                            partners.get(account),
                            care.sponsorContactId,
                            care.attributes));
        }
        return views;
    }

    /** Whether customers may have an attribute of this name, by declaration of the tenant. */
    @Transactional
    public boolean isDeclared(String attribute) {
        return attributes.isDeclared(attribute);
    }

    /** The customers and prospects of a manager, by all that the manager is called, in lower case. */
    @Transactional
    public List<UUID> portfolio(Collection<String> names) {
        return cares.of(names);
    }

    @Transactional
    CareView change(UUID account, @Nullable String ifMatch, JsonNode patch) {
        customers.get(account);
        touches.hold();
        var care = cares.lock(tenants.current(), account);
        Etag.require(ifMatch, care.version);
        var wanted = mergePatch.apply(care.asRequested(), patch);
        attributes.check(wanted.attributes() == null ? Map.of() : wanted.attributes());
        checkSponsor(account, wanted.sponsorContactId());
        var before = care.manager;
        care.take(wanted);
        cares.flush();
        if (!Objects.equals(before, care.manager)) {
            tellManager(care, before);
            touches.lead(account, !customers.knows(account), care.manager);
        }
        told(account);
        return get(account);
    }

    private void checkSponsor(UUID account, @Nullable UUID sponsor) {
        if (sponsor != null
                && contacts.find(sponsor)
                        .filter(person -> person.account().equals(account))
                        .isEmpty()) {
            throw Rejected.unprocessable("contact-unknown", "/sponsorContactId");
        }
    }

    private void tellManager(Care care, @Nullable String before) {
        var facts = new HashMap<String, String>();
        if (before != null) {
            facts.put("before", before);
        }
        if (care.manager != null) {
            facts.put("manager", care.manager);
        }
        timeline.append(TimelineEntry.of(care.accountId, EntryKind.MANAGER_CHANGED, clock.now(), care.accountId, facts)
                .keyed("" + care.version));
    }

    private void told(UUID account) {
        careChanges.fire(new CareChanged(account));
        cardChanges.fire(new CardChanged(account));
        if (customers.knows(account)) {
            customerChanges.fire(new CustomerChanged(account));
        }
    }

    /** A manager was found who has the hours, or was chosen. */
    void named(@Observes ManagerNamed named) {
        var care = cares.lock(tenants.current(), named.subject());
        var before = care.manager;
        if (!named.manager().equals(before)) {
            care.manager = named.manager();
            cares.flush();
            tellManager(care, before);
            told(named.subject());
        }
    }

    /** Whoever looked after the prospect looks after the customer, unless somebody does already. */
    void join(@Observes CustomerJoined joined) {
        var prospect = cares.findById(joined.prospect());
        if (prospect == null) {
            return;
        }
        var care = cares.lock(tenants.current(), joined.account());
        if (care.manager == null) {
            care.manager = prospect.manager;
        }
        if (care.segmentId == null) {
            care.segmentId = prospect.segmentId;
        }
        var both = new HashMap<>(prospect.attributes);
        both.putAll(care.attributes);
        care.attributes = Map.copyOf(both);
        cares.flush();
        careChanges.fire(new CareChanged(joined.account()));
    }

    /** The sponsor is gone with the person, and whatever names the person. */
    void erase(@Observes PersonErased person) {
        cares.list("sponsorContactId", person.contact()).forEach(care -> care.sponsorContactId = null);
        var care = cares.findById(person.account());
        if (care == null) {
            return;
        }
        var left = new HashMap<>(care.attributes);
        left.replaceAll((name, value) -> Objects.requireNonNull(person.without(value)));
        if (!left.equals(care.attributes)) {
            care.attributes = Map.copyOf(left);
            cares.flush();
            careChanges.fire(new CareChanged(person.account()));
        }
    }
}
