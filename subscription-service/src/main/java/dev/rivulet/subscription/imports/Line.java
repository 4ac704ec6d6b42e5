package dev.rivulet.subscription.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a body that has been read.
 *
 * @param status READ or CHECKED while it is to be taken over; UNCHANGED where it was before
 * @param family 0 while it belongs to none
 * @param digest of all that its row says
 * @param subject what it became
 */
record Line(
        long number,
        RowType type,
        String externalId,
        String account,
        @Nullable String above,
        String digest,
        Status status,
        long family,
        @Nullable UUID subject,
        String content) {

    /** What became of a line. */
    public enum Status {
        /** Nobody has looked at it yet. */
        WAITING,
        /** It says something that can be tried. */
        READ,
        /** It could be taken over. */
        CHECKED,
        /** It was taken over before, from this file or another. */
        UNCHANGED,
        /** There is an error about it. */
        REFUSED,
        /** It was taken over. */
        TAKEN
    }
}
