package dev.rivulet.success.problem.domain;

import java.util.Set;

/** Where a problem stands. */
public enum ProblemState {
    /** Nobody has answered yet. */
    OPEN,
    IN_PROGRESS,
    /** For the customer. */
    WAITING,
    /** We say that it is solved; the customer may say that it is not. */
    RESOLVED,
    /** The customer agrees. */
    CLOSED;

    /** What may come next. */
    public Set<ProblemState> next() {
        return switch (this) {
            case OPEN -> Set.of(IN_PROGRESS, WAITING, RESOLVED);
            case IN_PROGRESS -> Set.of(WAITING, RESOLVED);
            case WAITING -> Set.of(IN_PROGRESS, RESOLVED);
            case RESOLVED -> Set.of(IN_PROGRESS, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    public boolean mayBecome(ProblemState state) {
        return next().contains(state);
    }

    /** Whether the customer still has the problem. */
    public boolean isOpen() {
        return this == OPEN || this == IN_PROGRESS || this == WAITING;
    }
}
