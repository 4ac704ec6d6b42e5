package dev.rivulet.catalog.linter.domain;

/** How much a finding weighs. */
public enum Severity {
    /** Keeps a proposition from being approved. */
    ERROR,
    WARNING,
    INFO
}
