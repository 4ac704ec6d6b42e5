package dev.rivulet.success.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A customer is an account of the subscription service, under the same id. A prospect has the id of its deal until it
 * signs.
 */
@Entity
class Customer {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    /** The account's version that this rests on; -1 until the account's own event has come. */
    @Column(name = "told_version")
    long toldVersion;

    @Nullable
    String name;

    @Nullable
    String zone;

    @Nullable
    String currency;

    @Column(name = "opened_at")
    @Nullable
    Instant openedAt;

    @Column
    boolean prospect;

    /** The prospect did not sign. */
    @Column
    boolean lost;

    /** The account that a prospect became. */
    @Column(name = "joined_to")
    @Nullable
    UUID joinedTo;

    /** What an older version says is no news. */
    void take(AccountState account, long version, String checkedZone) {
        if (version < toldVersion) {
            return;
        }
        toldVersion = version;
        name = account.name();
        zone = checkedZone;
        currency = account.currency();
        openedAt = account.openedAt();
    }
}
