package dev.rivulet.success.contact;

import dev.rivulet.success.erasure.ErasedPeople;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the copy of people at customers. */
@ApplicationScoped
public class Contacts {

    private final ContactRepository contacts;
    private final Identities identities;
    private final ErasedPeople erased;

    Contacts(ContactRepository contacts, Identities identities, ErasedPeople erased) {
        this.contacts = contacts;
        this.identities = identities;
        this.erased = erased;
    }

    /** What an older version says is no news but of what the person went by, and who was erased stays erased. */
    @Transactional
    void apply(ContactState state, long version) {
        if (erased.knows(state.id())) {
            return;
        }
        identities.keep(state);
        var known = contacts.findById(state.id());
        var contact = known == null ? new Contact() : known;
        if (version >= contact.toldVersion) {
            contact.take(state, version);
            contacts.persist(contact);
        }
    }

    @Transactional
    void remove(UUID id, long version) {
        contacts.delete("id = ?1 and toldVersion <= ?2", id, version);
    }

    void erase(@Observes PersonErased person) {
        contacts.deleteById(person.contact());
        identities.forget(person.contact());
    }

    void export(@Observes PersonExport export) {
        export.add("identities", identities.of(export.contact()));
    }

    /** All that a person went by here until they were erased, also of one who is no contact any more. */
    @Transactional
    public List<Identity> identities(UUID contact) {
        return identities.of(contact);
    }

    /** The people at a customer, in the order in which they were added. */
    @Transactional
    public List<ContactView> at(UUID account) {
        return contacts.ofAccount(account).stream().map(ContactView::of).toList();
    }

    /** A person with the customer they belong to. */
    public record Person(ContactView contact, UUID account) {}

    /** The people of a function, in any case of letters, at all customers; null: all people. */
    @Transactional
    public List<Person> of(@Nullable String function) {
        return (function == null
                        ? contacts.listAll(Sort.by("accountId").and("id"))
                        : contacts.list("lower(function) = lower(?1) order by accountId, id", function.strip()))
                .stream()
                        .map(contact -> new Person(ContactView.of(contact), contact.accountId))
                        .toList();
    }

    @Transactional
    public Optional<Person> find(UUID id) {
        return contacts.findByIdOptional(id).map(contact -> new Person(ContactView.of(contact), contact.accountId));
    }
}
