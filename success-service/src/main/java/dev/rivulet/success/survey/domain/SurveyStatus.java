package dev.rivulet.success.survey.domain;

/** Where a survey stands; each state knows what may follow it. */
public enum SurveyStatus {
    /** Being written; nobody is asked. */
    DRAFT,
    /** People may be asked. */
    ACTIVE,
    /** Nobody is asked any more, and links no longer work. */
    CLOSED;

    public boolean mayBecome(SurveyStatus next) {
        return switch (this) {
            case DRAFT -> next == ACTIVE || next == CLOSED;
            case ACTIVE -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
