package dev.rivulet.success.task;

/** What set a task off; a customer has one open task of a kind at most. */
public enum TaskKind {
    SCORE_LOW
}
