package dev.rivulet.success.feedback;

/** What is said. */
public enum FeedbackKind {
    PROBLEM,
    WISH,
    PRAISE
}
