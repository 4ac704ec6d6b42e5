package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.SurveyStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A survey as it is asked from now on. */
@Schema(name = "Survey")
record SurveyView(
        UUID id,
        @Schema(examples = "Recommendation, quarterly") String name,
        SurveyKind kind,

        @Schema(examples = "11", description = "How many points the scale has")
        int scale,

        SurveyStatus status,
        boolean anonymous,

        @Schema(examples = "5", description = "Of an anonymous survey: fewer answers to a wave are never shown")
        int minimumGroup,

        @Schema(examples = "1", description = "Of the questions; waves keep the revision they are sent with")
        int revision,

        Questions questions,
        Instant createdAt) {

    static SurveyView of(Survey survey, SurveyRevision revision) {
        return new SurveyView(
                survey.id,
                survey.name,
                survey.kind,
                survey.points,
                survey.status,
                survey.anonymous,
                survey.minimumGroup,
                survey.revision,
                Questions.of(revision),
                survey.createdAt);
    }
}
