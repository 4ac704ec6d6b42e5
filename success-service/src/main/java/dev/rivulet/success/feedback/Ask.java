package dev.rivulet.success.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for what.
 *
 * @param request what it is merged into
 */
public record Ask(
        UUID id,
        UUID account,
        UUID product,
        @Nullable String feature,
        FeedbackKind kind,
        @Nullable UUID request,
        Instant givenAt) {

    static Ask of(Feedback feedback) {
        return new Ask(
                feedback.id,
                feedback.accountId,
                feedback.productId,
                feedback.feature,
                feedback.kind,
                feedback.requestId,
                feedback.givenAt);
    }
}
