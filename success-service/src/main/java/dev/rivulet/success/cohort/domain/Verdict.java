package dev.rivulet.success.cohort.domain;

/** What there is to say of how a closed cell moved. */
public enum Verdict {
    /** It kept less than others did at the same age, and that is no chance. */
    RED_DOWN,
    /** It kept more than others did at the same age, and that is no chance. */
    RED_UP,
    /** It differs, but so few, or one account alone, may by chance. */
    TOO_SMALL_TO_SAY,
    /** It moved as others did: to within 5 points. */
    QUIET,
    /** Too few others have been at this age to compare with. */
    NO_BASELINE;

    public boolean isRed() {
        return this == RED_DOWN || this == RED_UP;
    }
}
