package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.InvitationStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One person asked in one wave. */
@Schema(name = "SurveyInvitation")
record InvitationView(
        UUID id,
        UUID surveyId,
        UUID waveId,
        UUID accountId,

        @Schema(nullable = true, examples = "hr-head", description = "Null once the person has been forgotten")
        @Nullable
        String respondent,

        InvitationStatus status,
        Instant invitedAt,
        @Schema(description = "When the link stops to work") Instant expiresAt) {

    static InvitationView of(SurveyInvitation invitation) {
        return new InvitationView(
                invitation.id,
                invitation.surveyId,
                invitation.waveId,
                invitation.accountId,
                invitation.erased ? null : invitation.respondent,
                invitation.status,
                invitation.invitedAt,
                invitation.expiresAt);
    }
}
