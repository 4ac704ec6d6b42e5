package dev.rivulet.subscription.imports;

/** How far an import, or a comparison of one, has come. */
public enum JobStatus {
    /** Its lines are read: what each says, and what is known of it already. */
    READING,
    /** Everything is tried, family by family, and taken back. */
    CHECKING,
    /** The end of a dry run: it can be compared, and never becomes real. */
    CHECKED,
    /** Nothing of it is real yet: it can be compared, and activated. */
    SHADOW,
    /** It becomes real, family by family. */
    ACTIVATING,
    /** It is real; the invoice run bills it. */
    ACTIVE,
    /** What would be billed is compared with what was expected. */
    COMPARING,
    /** The end of a comparison. */
    COMPARED,
    /** Broken off; a restart goes on where it stood. */
    FAILED,
    /** Given up before anything of it became real. */
    CANCELLED;

    /** Whether a replica is at it, or will be in a moment. */
    boolean isWork() {
        return this == READING || this == CHECKING || this == ACTIVATING || this == COMPARING;
    }

    /** Whether it can be given up: nothing of it is real, and it is not over. */
    boolean mayCancel() {
        return switch (this) {
            case READING, CHECKING, SHADOW -> true;
            case CHECKED, ACTIVATING, ACTIVE, COMPARING, COMPARED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether all of an import has been tried. */
    boolean isTried() {
        return this == CHECKED || this == SHADOW || this == ACTIVATING || this == ACTIVE;
    }
}
