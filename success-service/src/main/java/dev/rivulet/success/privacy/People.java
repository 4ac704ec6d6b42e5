package dev.rivulet.success.privacy;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.contact.Identity;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.erasure.ErasedPeople;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.events.ContactErased;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.usage.UsageUsers;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Exports and erases people at customers, everywhere in this service; the others hear of it and do the same. */
@ApplicationScoped
class People {

    /** An erasure is the end of a contact; it has no versions to count. */
    private static final long VERSION = 1;

    private final Customers customers;
    private final Contacts contacts;
    private final ErasedPeople erased;
    private final Timeline timeline;
    private final UsageUsers usage;
    private final Portfolio portfolio;
    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final SecurityIdentity identity;
    private final Outbox outbox;
    private final Event<PersonErased> erasures;
    private final Event<PersonExport> exports;

    People(
            Customers customers,
            Contacts contacts,
            ErasedPeople erased,
            Timeline timeline,
            UsageUsers usage,
            Portfolio portfolio,
            Sql sql,
            Tenants tenants,
            TenantClock clock,
            SecurityIdentity identity,
            Outbox outbox,
            Event<PersonErased> erasures,
            Event<PersonExport> exports) {
        this.customers = customers;
        this.contacts = contacts;
        this.erased = erased;
        this.timeline = timeline;
        this.usage = usage;
        this.portfolio = portfolio;
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.identity = identity;
        this.outbox = outbox;
        this.erasures = erasures;
        this.exports = exports;
    }

    @Transactional
    ExportView export(UUID id, PersonRequest request) {
        var person = contacts.find(id).orElseThrow(() -> Rejected.notFound("contact", id));
        portfolio.require(person.account());
        var identities = contacts.identities(id);
        var users = users(id, identities, request.users());
        identities.forEach(identity -> users.add(identity.name()));
        var export = PersonExport.of(id, person.account(), names(identities), users);
        exports.fire(export);
        export.add("timeline", timeline.about(person.account(), id, export::isNamedIn));
        return new ExportView(person.contact(), person.account(), clock.now(), export.parts());
    }

    /**
     * Also of one who is no contact any more. Asked for again, it erases what came under further user ids, and tells the
     * others once more.
     */
    @Transactional
    ErasureView erase(UUID id, PersonRequest request) {
        var identities = contacts.identities(id);
        var before = erasure(id);
        var account = identities.stream()
                .map(Identity::accountId)
                .findFirst()
                .or(() -> before.map(ErasureView::accountId))
                .orElseThrow(() -> Rejected.notFound("contact", id));
        customers.lock(List.of(account));
        var pseudonyms = erased.remember(id, users(id, identities, request.users()));
        var gone = new PersonErased(id, account, names(identities), pseudonyms);
        pseudonyms.forEach((user, pseudonym) -> usage.pseudonymise(account, user, pseudonym));
        timeline.erase(account, id, gone::without);
        erasures.fire(gone);
        var done = before.orElseGet(() -> record(id, account));
        outbox.publish(SuccessEvents.CONTACT_ERASED, id, VERSION, new ContactErased(id, account, done.erasedAt()));
        return done;
    }

    private static List<String> names(List<Identity> identities) {
        return identities.stream()
                .flatMap(identity -> Stream.of(identity.name(), identity.email()))
                .distinct()
                .toList();
    }

    /** Who usually goes by an address may do so in any case. */
    private static Set<String> users(UUID id, List<Identity> identities, Collection<String> more) {
        var users = new LinkedHashSet<String>();
        users.add(id.toString());
        for (var identity : identities) {
            users.add(identity.email());
            users.add(identity.email().toLowerCase(Locale.ROOT));
        }
        more.forEach(user -> users.add(user.strip()));
        return users;
    }

    private Optional<ErasureView> erasure(UUID id) {
        List<ErasureView> found = sql.query(
                "SELECT account_id, erased_at, requested_by FROM erasure WHERE tenant_id = ? AND contact_id = ?",
                row -> new ErasureView(
                        id, row.getObject(1, UUID.class), row.getTimestamp(2).toInstant(), row.getString(3)),
                tenants.current(),
                id);
        return found.stream().findFirst();
    }

    private ErasureView record(UUID id, UUID account) {
        var erasure = new ErasureView(
                id, account, clock.now(), identity.getPrincipal().getName());
        sql.update(
                "INSERT INTO erasure (tenant_id, contact_id, account_id, requested_by, erased_at) VALUES (?, ?, ?, ?,"
                        + " ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                id,
                account,
                erasure.requestedBy(),
                Timestamp.from(erasure.erasedAt()));
        return erasure;
    }
}
