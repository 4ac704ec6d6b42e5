package dev.rivulet.success.score;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that scores are computed by at the moment, by segment.
 *
 * @param generation how often they have changed
 */
record ModelsInForce(long generation, Map<UUID, NumberedModel> active, Map<UUID, NumberedModel> shadows) {

    /** Whether any is for the customers of one segment only. */
    boolean areBySegment() {
        return Stream.concat(active.keySet().stream(), shadows.keySet().stream())
                .anyMatch(segment -> !segment.equals(ModelVersion.EVERYONE));
    }

    /** Whether a model for this segment, or for everyone, would judge a customer of another. */
    boolean wouldJudge(@Nullable UUID segment, @Nullable UUID customers) {
        return segment == null ? customers == null || !active.containsKey(customers) : segment.equals(customers);
    }

    /** The segment's own, or everyone's. */
    NumberedModel of(@Nullable UUID segment) {
        var own = segment == null ? null : active.get(segment);
        return own != null ? own : active.getOrDefault(ModelVersion.EVERYONE, NumberedModel.BUILT_IN);
    }

    /** The one that would take the place of the model in force. */
    @Nullable
    NumberedModel shadowOf(@Nullable UUID segment) {
        var own = segment == null ? null : shadows.get(segment);
        if (own != null) {
            return own;
        }
        return segment != null && active.containsKey(segment) ? null : shadows.get(ModelVersion.EVERYONE);
    }
}
