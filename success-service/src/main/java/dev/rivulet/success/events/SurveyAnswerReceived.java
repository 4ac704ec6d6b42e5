package dev.rivulet.success.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a customer has answered; neither who nor in which words is told on. Not told of anonymous surveys: the
 * moment would tell whose answer it is.
 *
 * @param surveyId absent where no survey here asked
 * @param waveId absent where no invitation was answered
 * @param kind NPS, CSAT or CES
 * @param points how many the scale has
 * @param answeredAt business time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyAnswerReceived(
        UUID id,
        UUID accountId,
        @Nullable UUID surveyId,
        @Nullable UUID waveId,
        String kind,
        int value,
        int points,
        Instant answeredAt) {}
