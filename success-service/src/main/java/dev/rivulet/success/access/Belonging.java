package dev.rivulet.success.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A kind of thing that belongs to a customer and has a path of its own. */
public interface Belonging {

    /** The first segment of its path. */
    String segment();

    /**
     * Whose a thing is; empty when it does not exist, is no customer's, or the caller's own.
     *
     * @param caller all that the caller may be called, in lower case
     */
    Optional<UUID> customerOf(UUID id, Set<String> caller);
}
