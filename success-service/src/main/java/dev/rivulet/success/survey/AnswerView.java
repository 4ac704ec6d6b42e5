package dev.rivulet.success.survey;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer as recorded. */
@Schema(name = "SurveyAnswer")
public record AnswerView(
        UUID id,
        UUID accountId,
        SurveyKind kind,
        @Schema(examples = "9") int value,
        @Schema(examples = "hr-head") String respondent,
        @Schema(nullable = true) @Nullable String comment,
        Instant answeredAt) {

    static AnswerView of(SurveyAnswer answer) {
        return new AnswerView(
                answer.id,
                answer.accountId,
                answer.kind,
                answer.value,
                answer.respondent,
                answer.comment,
                answer.answeredAt);
    }
}
