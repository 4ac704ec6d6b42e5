package dev.rivulet.success.survey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Announced inside the service, in the transaction that records the answer and with the customer's row locked: somebody
 * is unhappy. Never of anonymous surveys, nor of answers entered more than 30 days late.
 *
 * @param value NPS 0 to 6, CSAT 1 to 2, CES 1 to 3
 * @param respondent who answered, in the caller's terms
 */
public record LowAnswer(
        UUID answerId,
        UUID accountId,
        SurveyKind kind,
        int value,
        String respondent,
        @Nullable String comment,
        Instant answeredAt) {}
