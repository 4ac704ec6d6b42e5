package dev.rivulet.success.survey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey to write. */
@Schema(name = "SurveyRequest", examples = """
        {"name": "Recommendation, quarterly", "kind": "NPS", "scale": 11, "anonymous": false,
         "questions": {"en": "How likely are you to recommend us to a colleague?",
          "ru": "Насколько вероятно, что вы порекомендуете нас коллеге?",
          "promptEn": "What is the main reason?", "promptRu": "Какова главная причина?"}}""")
record SurveyRequest(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Recommendation, quarterly")
        String name,

        @NotNull @Schema(examples = "NPS") SurveyKind kind,

        @Schema(
                examples = "11",
                description = "How many points the scale has. NPS 11; CSAT 3, 4, 5, 6, 7 or 10, left out: 5; CES 5 or"
                        + " 7, left out: 7")
        @Nullable
        Integer scale,

        @Schema(
                examples = "false",
                description =
                        "Keep nothing that tells whose an answer is: no account, no person, no time; false, if absent")
        @Nullable
        Boolean anonymous,

        @Min(value = 3, message = "{minimum-group-range}")
        @Max(value = 1_000, message = "{minimum-group-range}")
        @Schema(
                examples = "5",
                description = "Of an anonymous survey: fewer answers to a wave than this are never shown; 5, if absent")
        @Nullable
        Integer minimumGroup,

        @NotNull @Valid Questions questions) {}
