package dev.rivulet.success.survey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked, in both languages of the answer page. */
@Schema(name = "SurveyQuestions", examples = """
        {"en": "How likely are you to recommend us to a colleague?",
         "ru": "Насколько вероятно, что вы порекомендуете нас коллеге?",
         "promptEn": "What is the main reason?", "promptRu": "Какова главная причина?"}""")
record Questions(
        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        @Schema(examples = "How likely are you to recommend us to a colleague?")
        String en,

        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        @Schema(examples = "Насколько вероятно, что вы порекомендуете нас коллеге?")
        String ru,

        @Size(max = 500, message = "{text-too-long}")
        @Schema(
                examples = "What is the main reason?",
                description = "Above the field for a comment; a usual text, if absent")
        @Nullable
        String promptEn,

        @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Какова главная причина?") @Nullable
        String promptRu) {

    static Questions of(SurveyRevision revision) {
        return new Questions(revision.questionEn, revision.questionRu, revision.promptEn, revision.promptRu);
    }
}
