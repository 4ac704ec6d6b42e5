package dev.rivulet.success.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was heard of a deal. */
sealed interface DealNews {

    /** Null for a prospect. */
    @Nullable
    UUID account();

    /** Signature and payment are near. */
    record Contracting(UUID deal, @Nullable UUID account) implements DealNews {}

    /** It is signed. */
    record Won(UUID deal, UUID account) implements DealNews {}

    /** It is not. */
    record Lost(UUID deal) implements DealNews {

        @Override
        public @Nullable UUID account() {
            return null;
        }
    }
}
