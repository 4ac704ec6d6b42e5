package dev.rivulet.subscription.account;

import dev.rivulet.subscription.events.AccountChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Who pays. The zone decides which day it is for the account, the currency never changes. */
@Entity
class Account {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Column
    String name;

    @Column
    String zone;

    @Column(updatable = false)
    String currency;

    @Nullable
    String email;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    AccountRequest asRequested() {
        return new AccountRequest(name, zone, currency, email);
    }

    AccountChanged asChanged() {
        return new AccountChanged(id, name, zone, currency);
    }
}
