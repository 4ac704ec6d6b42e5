package dev.rivulet.success.interaction;

/** How people met. */
public enum InteractionKind {
    MEETING,
    CALL,
    MESSAGE
}
