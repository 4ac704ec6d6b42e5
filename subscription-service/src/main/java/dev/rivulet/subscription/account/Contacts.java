package dev.rivulet.subscription.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the people at customers. */
@ApplicationScoped
@Transactional
class Contacts {

    private final AccountRepository accounts;
    private final ContactRepository contacts;
    private final MergePatch mergePatch;

    Contacts(AccountRepository accounts, ContactRepository contacts, MergePatch mergePatch) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.mergePatch = mergePatch;
    }

    ContactView add(UUID account, ContactRequest request) {
        var contact = new Contact();
        contact.accountId = accounts.get(account).id;
        contact.take(request);
        contacts.persistAndFlush(contact);
        return ContactView.of(contact);
    }

    ContactView change(UUID account, UUID id, @Nullable String ifMatch, JsonNode patch) {
        var contact = contacts.get(account, id);
        Etag.require(ifMatch, contact.version);
        contact.take(mergePatch.apply(contact.asRequested(), patch));
        contacts.flush();
        return ContactView.of(contact);
    }

    void remove(UUID account, UUID id, @Nullable String ifMatch) {
        var contact = contacts.get(account, id);
        Etag.require(ifMatch, contact.version);
        contacts.delete(contact);
    }
}
