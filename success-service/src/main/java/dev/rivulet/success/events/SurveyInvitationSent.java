package dev.rivulet.success.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Someone is to be asked, over whatever channel reaches them.
 *
 * @param respondent who, in the terms in which the audience named them
 * @param kind NPS, CSAT or CES
 * @param link answers once, in their name
 */
public record SurveyInvitationSent(
        UUID invitationId,
        UUID surveyId,
        UUID accountId,
        String respondent,
        String kind,
        String link,
        Instant expiresAt) {}
