package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.Scale;

/** The question that is asked. */
public enum SurveyKind {
    /** "How likely are you to recommend us?", 0 to 10; up to 6 is low. */
    NPS(0, 10, 6),
    /** "How satisfied are you?", 1 to 5; up to 2 is low. */
    CSAT(1, 5, 2),
    /** "It was easy to get done what I wanted", 1 to 7, higher is easier; up to 3 is low. */
    CES(1, 7, 3);

    private final int min;
    private final int max;
    private final int low;

    SurveyKind(int min, int max, int low) {
        this.min = min;
        this.max = max;
        this.low = low;
    }

    /** The highest answer that is low. */
    int low() {
        return low;
    }

    public Scale scale() {
        return new Scale(min, max);
    }

    /** Whether somebody should see to whoever answers so. */
    public boolean isLow(int value) {
        return value <= low;
    }
}
