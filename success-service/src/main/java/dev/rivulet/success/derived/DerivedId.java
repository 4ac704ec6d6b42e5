package dev.rivulet.success.derived;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that follow from what they are of: a copy that is built anew has the same ones. In the form of version 7, so that
 * they are in the order of time as all others are.
 */
public final class DerivedId {

    private static final long VERSION = 0x7000;
    private static final long HASH = 0x0fff;

    /** Always the same of what was at a time, to the millisecond. */
    public static UUID of(Instant at, String what) {
        var hash = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
        return new UUID(
                (at.toEpochMilli() << 16) | VERSION | (hash.getMostSignificantBits() & HASH),
                hash.getLeastSignificantBits());
    }

    private DerivedId() {}
}
