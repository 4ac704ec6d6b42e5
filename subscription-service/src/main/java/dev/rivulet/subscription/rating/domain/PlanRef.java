package dev.rivulet.subscription.rating.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a plan, which never changes. */
public record PlanRef(
        UUID id, int version, String name, @Nullable UUID productId) {

    boolean isSameVersion(@Nullable PlanRef other) {
        return other != null && id.equals(other.id) && version == other.version;
    }
}
