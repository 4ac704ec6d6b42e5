package dev.rivulet.success.survey;

import java.util.UUID;

/**
 * Somebody at a customer is unhappy; who is not told.
 *
 * @param value NPS 0 to 6, CSAT 1 to 2, CES 1 to 3
 */
public record Unhappy(UUID answer, UUID account, SurveyKind kind, int value) {}
