package dev.rivulet.success.survey;

import java.time.Instant;
import java.time.LocalDate;
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

        @Schema(examples = "11", description = "How many points the scale has")
        int scale,

        @Schema(nullable = true, examples = "hr-head", description = "Null once the person has been forgotten")
        @Nullable
        String respondent,

        @Schema(nullable = true, examples = "The lessons are short enough to finish on the way to work.") @Nullable
        String comment,

        Instant answeredAt,

        @Schema(examples = "2025-03-01", description = "Local to the customer")
        LocalDate answeredOn,

        @Schema(nullable = true) @Nullable UUID surveyId,

        @Schema(
                nullable = true,
                examples = "0197a3f0-5c1d-7e3f-9a52-6f1fac6b7a11",
                description = "The customer's, when it answered")
        @Nullable
        String segment,

        @Schema(nullable = true, examples = "Team", description = "The customer's oldest running one, when it answered")
        @Nullable
        String plan,

        @Schema(nullable = true, examples = "HR_HEAD", description = "The person's") @Nullable
        String function) {

    static AnswerView of(SurveyAnswer answer) {
        return new AnswerView(
                answer.id,
                answer.accountId,
                answer.kind,
                answer.value,
                answer.points,
                answer.erased ? null : answer.respondent,
                answer.comment,
                answer.answeredAt,
                answer.answeredOn,
                answer.surveyId,
                answer.segment,
                answer.plan,
                answer.function);
    }
}
