package dev.rivulet.success.events;

import dev.rivulet.kit.outbox.EventType;

/** The topics and types of everything published here; asyncapi.yaml describes them. */
public final class SuccessEvents {

    /** The usage log. Its events carry their sender's source and id, so it is not fed by the outbox. */
    public static final String USAGE_LOG = "usage.events.v1";

    public static final String USAGE_RECORDED = "dev.rivulet.usage.usage.recorded.v1";

    public static final EventType SCORE_CHANGED =
            new EventType("success.score.state.v1", "dev.rivulet.success.score.changed.v1");

    public static final EventType TASK_OPENED =
            new EventType("success.task.events.v1", "dev.rivulet.success.task.opened.v1");

    public static final EventType PROMISE_CONFIRMED =
            new EventType("success.promise.events.v1", "dev.rivulet.success.promise.confirmed.v1");

    public static final EventType CONTACT_ERASED =
            new EventType("success.contact.events.v1", "dev.rivulet.success.contact.erased.v1");

    public static final EventType PROMISE_OVERDUE =
            new EventType("success.promise.events.v1", "dev.rivulet.success.promise.overdue.v1");

    public static final EventType PROMISE_CONTESTED =
            new EventType("success.promise.events.v1", "dev.rivulet.success.promise.contested.v1");

    public static final EventType SURVEY_INVITATION_SENT =
            new EventType("success.survey.events.v1", "dev.rivulet.success.survey-invitation.sent.v1");

    public static final EventType REQUEST_CHANGED =
            new EventType("success.request.state.v1", "dev.rivulet.success.request.changed.v1");

    public static final EventType TASK_COMPLETED =
            new EventType("success.task.events.v1", "dev.rivulet.success.task.completed.v1");

    public static final EventType TASK_REOPENED =
            new EventType("success.task.events.v1", "dev.rivulet.success.task.reopened.v1");

    public static final EventType SURVEY_ANSWER_RECEIVED =
            new EventType("success.survey-answer.events.v1", "dev.rivulet.success.survey-answer.received.v1");

    public static final EventType TOUCH_CHANGED =
            new EventType("success.touch.events.v1", "dev.rivulet.success.touch.changed.v1");

    public static final EventType COHORT_CASE_OPENED =
            new EventType("success.cohort-case.events.v1", "dev.rivulet.success.cohort-case.opened.v1");

    public static final EventType COHORT_CASE_CLOSED =
            new EventType("success.cohort-case.events.v1", "dev.rivulet.success.cohort-case.closed.v1");

    public static final EventType RENEWAL_DECIDED =
            new EventType("success.renewal.events.v1", "dev.rivulet.success.renewal.decided.v1");

    private SuccessEvents() {}
}
