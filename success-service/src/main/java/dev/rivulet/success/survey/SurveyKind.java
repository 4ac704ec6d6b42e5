package dev.rivulet.success.survey;

/** The question that was asked. */
public enum SurveyKind {
    /** "How likely are you to recommend us?", 0 to 10. */
    NPS
}
