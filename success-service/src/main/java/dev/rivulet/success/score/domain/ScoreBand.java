package dev.rivulet.success.score.domain;

/** What a score means, by the thresholds of its model. */
public enum ScoreBand {
    HEALTHY,
    AT_RISK,
    CRITICAL
}
