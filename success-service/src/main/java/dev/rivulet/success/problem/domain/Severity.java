package dev.rivulet.success.problem.domain;

/** How much a problem hurts, least first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
