package dev.rivulet.subscription.bank.domain;

import org.jspecify.annotations.Nullable;

/** What an entry tells of. */
public enum EntryKind {
    /** One transfer that came in. */
    CREDIT,
    /** Transfers that came in as one sum, of which the bank does not tell which is how much. */
    BATCH,
    /** Money that had gone out and came back, as a refund to an account that is closed. */
    BOUNCED,
    /** Money that had come in and was taken back. It is no longer there to be anybody's. */
    RETURNED;

    /** Which an entry is; null where money went out that is no concern of ours. */
    public static @Nullable EntryKind of(boolean in, boolean reversal, boolean batch) {
        if (reversal) {
            return in ? BOUNCED : RETURNED;
        }
        if (!in) {
            return null;
        }
        return batch ? BATCH : CREDIT;
    }

    /** Whether what the payer wrote may say whose it is; all else is for people to decide. */
    public boolean speaksForItself() {
        return this == CREDIT;
    }

    public boolean isReversal() {
        return this == BOUNCED || this == RETURNED;
    }

    /** Whether it is money that is there, and waits in the books until it is somebody's. */
    public boolean isMoney() {
        return this != RETURNED;
    }
}
