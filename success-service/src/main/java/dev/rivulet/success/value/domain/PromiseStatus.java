package dev.rivulet.success.value.domain;

/** Where a promise stands; each state knows what may follow it. */
public enum PromiseStatus {
    /** Nothing has been measured yet. */
    PENDING(true, false),
    /** Measured, and waiting for the customer's word. */
    MEASURED(true, true),
    /** The customer confirms that the target was reached. */
    CONFIRMED(false, false),
    /** The customer confirms an improvement short of the target. */
    PARTLY(false, false),
    /** The customer confirms that nothing was gained. */
    NOT_ACHIEVED(false, false);

    private final boolean measurable;
    private final boolean confirmable;

    PromiseStatus(boolean measurable, boolean confirmable) {
        this.measurable = measurable;
        this.confirmable = confirmable;
    }

    public boolean isMeasurable() {
        return measurable;
    }

    public boolean isConfirmable() {
        return confirmable;
    }

    public static PromiseStatus of(Outcome outcome) {
        return switch (outcome) {
            case CONFIRMED -> CONFIRMED;
            case PARTLY -> PARTLY;
            case NOT_ACHIEVED -> NOT_ACHIEVED;
        };
    }
}
