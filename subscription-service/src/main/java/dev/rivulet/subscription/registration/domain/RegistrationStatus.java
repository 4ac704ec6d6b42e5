package dev.rivulet.subscription.registration.domain;

import java.util.Set;

/** Where a registration stands. */
public enum RegistrationStatus {
    /** Waits for the company's own sales people. */
    SUBMITTED,
    /** Protects the customer for a time. */
    APPROVED,
    REJECTED,
    /** Protected for its time, and led to no sale in it. */
    EXPIRED,
    /** Led to a sale. */
    CONVERTED;

    /** What may come next. */
    public Set<RegistrationStatus> next() {
        return switch (this) {
            case SUBMITTED -> Set.of(APPROVED, REJECTED);
            case APPROVED -> Set.of(EXPIRED, CONVERTED);
            case REJECTED, EXPIRED, CONVERTED -> Set.of();
        };
    }

    public boolean mayBecome(RegistrationStatus status) {
        return next().contains(status);
    }
}
