package dev.rivulet.success.survey;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer to record. */
@Schema(name = "SurveyAnswerRequest", examples = """
        {"accountId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", "kind": "NPS", "value": 9, "scale": 11,
         "respondent": "hr-head", "comment": "The lessons are short enough to finish on the way to work.",
         "answeredAt": "2025-03-01T09:30:00Z", "surveyId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f61",
         "function": "HR_HEAD"}""")
public record AnswerRequest(
        @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId,

        @NotNull @Schema(examples = "NPS") SurveyKind kind,

        @NotNull
        @Schema(
                examples = "9",
                description = "NPS 0 to 10, CSAT and CES from 1 to as many as the scale has points; higher is better")
        Integer value,

        @Schema(
                examples = "11",
                description = "How many points the scale has. NPS 11; CSAT 3, 4, 5, 6, 7 or 10, left out: 5; CES 5 or"
                        + " 7, left out: 7. Of a survey: its own")
        @Nullable
        Integer scale,

        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        @Schema(
                examples = "hr-head",
                description = "Who answered, in your terms; a later answer of the same person takes the place of this")
        String respondent,

        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(examples = "The lessons are short enough to finish on the way to work.")
        @Nullable
        String comment,

        @Dated @Schema(examples = "2025-03-01T09:30:00Z", description = "Now, if absent") @Nullable
        Instant answeredAt,

        @Schema(
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f61",
                description = "The survey it answers, if it was asked with one of the same kind that is not anonymous")
        @Nullable
        UUID surveyId,

        @Size(max = 200, message = "{text-too-long}")
        @Schema(examples = "HR_HEAD", description = "The person's function; a contact's own, if absent")
        @Nullable
        String function) {}
