package dev.rivulet.success.trigger;

import dev.rivulet.success.survey.LowAnswer;
import dev.rivulet.success.task.Reason;
import dev.rivulet.success.value.PromiseOverdue;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Brings what other features notice of customers to the rules that wait for it. */
@Singleton
class Noticing {

    private final Watching watching;

    Noticing(Watching watching) {
        this.watching = watching;
    }

    /** Who said what stays with the answer, where it can be erased. */
    void answered(@Observes LowAnswer answer) {
        watching.happened(
                ConditionKind.LOW_ANSWER,
                answer.accountId(),
                Reason.of("low-answer", answer.kind().name(), answer.value()));
    }

    void overdue(@Observes PromiseOverdue promise) {
        watching.happened(
                ConditionKind.PROMISE_OVERDUE,
                promise.accountId(),
                Reason.of("promise-overdue", promise.metric(), promise.dueOn()));
    }
}
