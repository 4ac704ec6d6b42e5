package dev.rivulet.subscription.account;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.events.AccountChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who pays. The zone decides which day it is for the account, the currency never changes. */
@Entity
class Account extends TenantEntity {

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
