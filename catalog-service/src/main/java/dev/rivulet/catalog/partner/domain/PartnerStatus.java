package dev.rivulet.catalog.partner.domain;

import java.util.Set;

/** The partner cycle: search, contract, training, active with support. */
public enum PartnerStatus {
    /** Found, nothing agreed. */
    PROSPECT,
    /** Has signed. */
    CONTRACTED,
    /** Its people learn the playbooks. */
    TRAINING,
    /** Sells. */
    ACTIVE,
    /** Does not sell for the time being. */
    SUSPENDED,
    /** For good. */
    ENDED;

    /** What may come next. */
    public Set<PartnerStatus> next() {
        return switch (this) {
            case PROSPECT -> Set.of(CONTRACTED, ENDED);
            case CONTRACTED -> Set.of(TRAINING, ENDED);
            case TRAINING -> Set.of(ACTIVE, ENDED);
            case ACTIVE -> Set.of(SUSPENDED, ENDED);
            case SUSPENDED -> Set.of(ACTIVE, ENDED);
            case ENDED -> Set.of();
        };
    }

    public boolean mayBecome(PartnerStatus status) {
        return next().contains(status);
    }

    /** Whether its people may sit an examination: before the contract they are not ours to train. */
    public boolean trains() {
        return switch (this) {
            case TRAINING, ACTIVE, SUSPENDED -> true;
            case PROSPECT, CONTRACTED, ENDED -> false;
        };
    }
}
