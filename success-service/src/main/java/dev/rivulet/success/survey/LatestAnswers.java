package dev.rivulet.success.survey;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer's people last answered.
 *
 * @param mean of each person's latest answer, four decimals, on the scale of the kind
 * @param answeredAt when the newest of them was given
 * @param people how many answered
 */
public record LatestAnswers(BigDecimal mean, Instant answeredAt, long people) {}
