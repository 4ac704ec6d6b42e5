package dev.rivulet.success.survey;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer to record. */
@Schema(name = "SurveyAnswerRequest")
public record AnswerRequest(
        @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId,

        @NotNull @Schema(examples = "NPS") SurveyKind kind,

        @NotNull
        @Min(value = 0, message = "{answer-out-of-range}")
        @Max(value = 10, message = "{answer-out-of-range}")
        @Schema(examples = "9")
        Integer value,

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
        Instant answeredAt) {}
