package dev.rivulet.success.value.domain;

/** Where a promise stands; each state knows what may happen next. */
public enum PromiseStatus {
    /** Nothing has been measured yet. */
    PENDING,
    /** Measured, and waiting for the customer's word. */
    MEASURED,
    /** The customer disputes what was measured; it has to be measured again. */
    CONTESTED,
    /** Its day has gone by without the customer's word, which may still come. */
    OVERDUE,
    /** The customer confirms that the target was reached. */
    CONFIRMED,
    /** The customer confirms an improvement short of the target. */
    PARTLY,
    /** The customer confirms that nothing was gained. */
    NOT_ACHIEVED;

    /** @param isDue whether its day has come: until then what fell short may still be reached */
    public boolean allows(PromiseStep step, boolean isDue) {
        return switch (this) {
            case PENDING, CONTESTED -> step != PromiseStep.CONFIRM && step != PromiseStep.CONTEST;
            case MEASURED -> true;
            case OVERDUE -> step != PromiseStep.FALL_DUE;
            case CONFIRMED -> step == PromiseStep.CONTEST;
            case PARTLY, NOT_ACHIEVED -> step == PromiseStep.CONTEST || (step == PromiseStep.MEASURE && !isDue);
        };
    }

    /** Whether the customer has said how it came out. */
    public boolean isDecided() {
        return this == CONFIRMED || this == PARTLY || this == NOT_ACHIEVED;
    }

    /**
     * Where a promise stands after any step but the confirmation, whose result is its outcome.
     *
     * @param measured whether there is a measurement after the step that nobody disputes
     */
    public PromiseStatus after(PromiseStep step, boolean measured) {
        if (!allows(step, false)) {
            throw new IllegalStateException(step + " of a promise that is " + this);
        }
        return switch (step) {
            case MEASURE -> this == OVERDUE ? OVERDUE : MEASURED;
            case CONTEST -> this == OVERDUE ? OVERDUE : CONTESTED;
            case EXTEND -> this != OVERDUE ? this : measured ? MEASURED : PENDING;
            case FALL_DUE -> OVERDUE;
            case CONFIRM -> throw new IllegalArgumentException("a confirmation has an outcome");
        };
    }

    public static PromiseStatus of(Outcome outcome) {
        return switch (outcome) {
            case CONFIRMED -> CONFIRMED;
            case PARTLY -> PARTLY;
            case NOT_ACHIEVED -> NOT_ACHIEVED;
        };
    }
}
