package dev.rivulet.catalog.product.domain;

import org.jspecify.annotations.Nullable;

/** How far a product has come; each state knows the one that may follow it, and there is no way back. */
public enum ProductStatus {
    /** Talked about; its plans stay drafts. */
    IDEA,
    /** Enough people have named the problem; it is offered before it is built. */
    VALIDATING,
    /** On sale. */
    ACTIVE,
    /** Not sold any more; who has it keeps it. */
    RETIRED;

    /** Whether the next step leads there. */
    public boolean mayBecome(ProductStatus other) {
        return other == next();
    }

    private @Nullable ProductStatus next() {
        return switch (this) {
            case IDEA -> VALIDATING;
            case VALIDATING -> ACTIVE;
            case ACTIVE -> RETIRED;
            case RETIRED -> null;
        };
    }
}
