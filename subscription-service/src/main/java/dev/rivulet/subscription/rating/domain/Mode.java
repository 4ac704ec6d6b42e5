package dev.rivulet.subscription.rating.domain;

/** Whether the days of a term are charged. */
public enum Mode {
    TRIAL,
    RUNNING,
    PAUSED
}
