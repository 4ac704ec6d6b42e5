package dev.rivulet.success.survey;

import dev.rivulet.success.figure.ShareView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a survey has brought in; one of the three figures, by its kind. */
@Schema(name = "SurveyResults")
record ResultsView(
        UUID surveyId,
        SurveyKind kind,
        boolean anonymous,

        @Schema(examples = "120", description = "Invitations")
        long invited,

        @Schema(examples = "27", description = "Invitations answered")
        long answered,

        @Schema(examples = "3", description = "Invitations dismissed; no answers")
        long dismissed,

        @Schema(
                examples = "0",
                description = "Answers to an anonymous survey that are not shown: of waves that are not over, or with"
                        + " fewer answers than the minimum group")
        long withheld,

        @Schema(description = "Invitations answered, of all")
        ShareView responseRate,

        @Schema(nullable = true) @Nullable NpsView nps,
        @Schema(nullable = true) @Nullable CsatView csat,
        @Schema(nullable = true) @Nullable CesView ces) {}
