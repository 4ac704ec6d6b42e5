package dev.rivulet.subscription.account;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.events.ContactChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person at a customer. Personal data: in no log, and in no event but its own. */
@Entity
@Table(name = "account_contact")
class Contact extends TenantEntity {

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column
    String name;

    @Column
    String email;

    @Column
    String function;

    @Column
    String locale;

    void take(ContactRequest request) {
        name = request.name();
        email = request.email();
        function = request.function();
        locale = request.locale();
    }

    ContactChanged asChanged() {
        return new ContactChanged(id, accountId, name, email, function, locale);
    }

    ContactRequest asRequested() {
        return new ContactRequest(name, email, function, locale);
    }
}
