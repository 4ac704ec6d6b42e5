package dev.rivulet.success.interaction;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting or call with a person at a customer; never changed. */
@Entity
class Interaction extends TenantEntity {

    @Column(name = "account_id")
    UUID accountId;

    @Column
    @Enumerated(EnumType.STRING)
    InteractionKind kind;

    @Column(name = "contact_id")
    UUID contactId;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Nullable
    String summary;

    @Column(name = "recorded_by")
    String recordedBy;
}
