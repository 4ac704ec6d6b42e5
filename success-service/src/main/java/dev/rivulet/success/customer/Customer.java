package dev.rivulet.success.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A customer is an account of the subscription service, under the same id. */
@Entity
class Customer {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    /** Null until the account's own event has come. */
    @Nullable
    String name;

    @Nullable
    String zone;

    @Nullable
    String currency;

    @Column(name = "known_since")
    Instant knownSince;
}
