package dev.rivulet.subscription.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.subscription.events.ContactChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the people at customers, and tells others who they are. */
@ApplicationScoped
@Transactional
public class Contacts {

    private final AccountRepository accounts;
    private final ContactRepository contacts;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final Event<PersonErased> erasures;

    Contacts(
            AccountRepository accounts,
            ContactRepository contacts,
            MergePatch mergePatch,
            Outbox outbox,
            Event<PersonErased> erasures) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.erasures = erasures;
    }

    public ContactView add(UUID account, ContactRequest request) {
        var contact = new Contact();
        contact.accountId = accounts.get(account).id;
        contact.take(request);
        return published(contact);
    }

    ContactView change(UUID account, UUID id, @Nullable String ifMatch, JsonNode patch) {
        var contact = contacts.get(account, id);
        Etag.require(ifMatch, contact.version);
        contact.take(mergePatch.apply(contact.asRequested(), patch));
        return published(contact);
    }

    void remove(UUID account, UUID id, @Nullable String ifMatch) {
        var contact = contacts.get(account, id);
        Etag.require(ifMatch, contact.version);
        remove(contact);
    }

    /** Nothing of the person stays, here or where else the address was kept. Who is gone already is gone. */
    void erase(UUID id) {
        contacts.findByIdOptional(id).ifPresent(contact -> {
            accounts.forget(contact.email);
            erasures.fire(new PersonErased(contact.email));
            remove(contact);
        });
    }

    private void remove(Contact contact) {
        contacts.delete(contact);
        outbox.tombstone(ContactChanged.TYPE, contact.id, contact.version + 1);
    }

    private ContactView published(Contact contact) {
        contacts.persistAndFlush(contact);
        outbox.publish(ContactChanged.TYPE, contact.id, contact.version, contact.asChanged());
        return ContactView.of(contact);
    }
}
