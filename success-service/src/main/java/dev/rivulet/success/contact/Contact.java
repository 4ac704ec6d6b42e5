package dev.rivulet.success.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A person at a customer, as the subscription service last told. */
@Entity
class Contact {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    /** The contact's version that this rests on. */
    @Column(name = "told_version")
    long toldVersion = -1;

    @Column(name = "account_id")
    UUID accountId;

    @Column
    String name;

    @Column
    String email;

    @Column
    String function;

    @Column
    String locale;

    void take(ContactState state, long version) {
        toldVersion = version;
        id = state.id();
        accountId = state.accountId();
        name = state.name();
        email = state.email();
        function = state.function();
        locale = state.locale();
    }
}
