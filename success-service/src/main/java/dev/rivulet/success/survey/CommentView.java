package dev.rivulet.success.survey;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody said beside an answer; of an anonymous survey without whoever said it and when. */
@Schema(name = "SurveyComment")
record CommentView(
        UUID id,
        @Schema(examples = "9") int value,
        @Schema(examples = "The lessons are short enough.") String comment,
        @Schema(nullable = true) @Nullable UUID accountId,

        @Schema(nullable = true, examples = "hr-head") @Nullable
        String respondent,

        @Schema(nullable = true, examples = "2025-03-01", description = "Local to the customer") @Nullable
        LocalDate answeredOn) {

    static CommentView of(SurveyAnswer answer) {
        return new CommentView(
                answer.id,
                answer.value,
                String.valueOf(answer.comment),
                answer.accountId,
                answer.erased ? null : answer.respondent,
                answer.answeredOn);
    }
}
