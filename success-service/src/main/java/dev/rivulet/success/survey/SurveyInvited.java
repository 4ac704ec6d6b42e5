package dev.rivulet.success.survey;

import java.time.Instant;
import java.util.UUID;

/**
 * Announced inside the service, in the transaction that invites: someone is to be asked, over whatever channel reaches
 * them. The link is the only copy; it answers in the person's name, once.
 *
 * @param respondent who is asked, in the caller's terms
 */
public record SurveyInvited(
        UUID invitationId,
        UUID surveyId,
        UUID accountId,
        String respondent,
        SurveyKind kind,
        String questionEn,
        String questionRu,
        String link,
        Instant expiresAt) {}
