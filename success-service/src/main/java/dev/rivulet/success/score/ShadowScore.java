package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Inputs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a model that is not in force says of a customer. */
record ShadowScore(UUID modelId, UUID accountId, @Nullable BigDecimal score, BigDecimal coverage, Instant computedAt) {

    static ShadowScore of(NumberedModel model, UUID account, Inputs inputs, Instant now) {
        var score = model.model().score(inputs);
        return new ShadowScore(model.id(), account, score.score(), score.coverage(), now);
    }
}
