package dev.rivulet.success.webhook;

import org.jspecify.annotations.Nullable;

/** The secret of a webhook as it is kept; {@link Secrets} alone can open it. */
public final class SealedSecret {

    private final byte[] kept;

    private SealedSecret(byte[] kept) {
        this.kept = kept.clone();
    }

    /** As a column has it; null where it has none. */
    public static @Nullable SealedSecret of(byte @Nullable [] kept) {
        return kept == null ? null : new SealedSecret(kept);
    }

    public byte[] kept() {
        return kept.clone();
    }
}
