package dev.rivulet.kit.idempotency;

import java.util.Optional;

/** A key that a request came with, and what the request is: another one under the same key is refused. */
public final class Claim {

    static final ScopedValue<Claim> CURRENT = ScopedValue.newInstance();

    private final String key;
    private final byte[] fingerprint;

    Claim(String key, byte[] fingerprint) {
        this.key = key;
        this.fingerprint = fingerprint.clone();
    }

    /** The running request's, where its method shares its transaction; empty where it came without a key. */
    public static Optional<Claim> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public String key() {
        return key;
    }

    byte[] fingerprint() {
        return fingerprint.clone();
    }
}
