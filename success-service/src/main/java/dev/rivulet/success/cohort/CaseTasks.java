package dev.rivulet.success.cohort;

import dev.rivulet.success.task.Reason;
import dev.rivulet.success.task.TaskKind;
import dev.rivulet.success.task.TaskOrder;
import dev.rivulet.success.task.Tasks;
import dev.rivulet.success.task.domain.Deadline;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts every case into the success managers' inbox; about no customer in particular. */
@Singleton
class CaseTasks {

    private final Tasks tasks;
    private final CohortSettings settings;

    CaseTasks(Tasks tasks, CohortSettings settings) {
        this.tasks = tasks;
        this.settings = settings;
    }

    void opened(@Observes CohortCaseOpened opened) {
        tasks.open(TaskOrder.of(null, TaskKind.COHORT_CASE, Reason.of("cohort-moved", opened.summary()))
                .due(Deadline.days(settings.daysToAct()))
                .onceFor("cohort-case:" + opened.caseId()));
    }
}
