package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.ScoreModel;
import java.util.UUID;

/**
 * A model as scores refer to it.
 *
 * @param number of the version, unique in the tenant
 */
record NumberedModel(UUID id, int number, ScoreModel model) {

    /** What a tenant begins with; its id is before those of all models that are made. */
    static final NumberedModel BUILT_IN =
            new NumberedModel(UUID.fromString("00000000-0000-7000-8000-000000000001"), 1, ScoreModel.BUILT_IN);
}
