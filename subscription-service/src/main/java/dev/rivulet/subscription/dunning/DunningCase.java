package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An episode of a payer's being in arrears. */
@Entity
@Table(name = "dunning_case")
class DunningCase extends TenantEntity {

    /** How it stands, or how it ended. */
    enum Status {
        OPEN,
        SETTLED,
        WRITTEN_OFF,
        EXEMPT
    }

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(updatable = false)
    int episode;

    @Column
    @Enumerated(EnumType.STRING)
    Status status;

    @Column
    boolean suspended;

    @Column(name = "opened_on", updatable = false)
    LocalDate openedOn;

    @Nullable
    @Column(name = "closed_on")
    LocalDate closedOn;

    void close(Status as, LocalDate on) {
        status = as;
        closedOn = on;
    }
}
