package dev.rivulet.subscription.payment.domain;

/** What is known of an attempt to get money. */
public enum PaymentStatus {
    /** Recorded; the provider is being asked. */
    PENDING,
    SUCCEEDED,
    FAILED,
    /** The provider's answer did not come. Nobody may try again until it is known. */
    UNKNOWN;

    /** What was thought failed may turn out to have been paid; money that is there stays. */
    public boolean mayBecome(PaymentStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case UNKNOWN -> next == SUCCEEDED || next == FAILED;
            case FAILED -> next == SUCCEEDED;
            case SUCCEEDED -> false;
        };
    }

    public boolean isUndecided() {
        return this == PENDING || this == UNKNOWN;
    }
}
