package dev.rivulet.success.score;

/** Where a model stands; each state knows what may follow it. */
public enum ModelStatus {
    /** May be changed. */
    DRAFT,
    /** Computed beside the model in force and kept apart from it; not changed any more. */
    SHADOW,
    /** In force. */
    ACTIVE,
    /** Scores of its time are explained by it. */
    RETIRED;

    boolean mayBecome(ModelStatus next) {
        return switch (this) {
            case DRAFT -> next == SHADOW || next == RETIRED;
            case SHADOW -> next == ACTIVE || next == RETIRED;
            case ACTIVE -> next == RETIRED;
            case RETIRED -> false;
        };
    }
}
