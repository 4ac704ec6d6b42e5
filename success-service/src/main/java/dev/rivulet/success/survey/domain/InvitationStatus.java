package dev.rivulet.success.survey.domain;

/** What has become of an invitation. */
public enum InvitationStatus {
    /** Not answered; once its time is over it never will be. */
    INVITED,
    ANSWERED,
    /** The person does not want to answer. That is no answer. */
    DISMISSED
}
