package dev.rivulet.success.task;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.events.TaskOpened;
import dev.rivulet.success.score.ScoreMoved;
import dev.rivulet.success.score.ScoreSettings;
import dev.rivulet.success.task.domain.LowScore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens tasks where something calls for a success manager, and closes them. */
@ApplicationScoped
class Tasks {

    private static final int DAYS_TO_ACT = 3;

    private final SuccessTaskRepository tasks;
    private final ScoreSettings settings;
    private final TenantClock clock;
    private final Outbox outbox;

    Tasks(SuccessTaskRepository tasks, ScoreSettings settings, TenantClock clock, Outbox outbox) {
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** A task and the version to name when changing it. */
    record Versioned(TaskView view, long version) {

        static Versioned of(SuccessTask task) {
            return new Versioned(TaskView.of(task), task.version);
        }
    }

    /** Runs while the customer is locked, so that two falls at once open one task. */
    void watch(@Observes ScoreMoved move) {
        LowScore.reason(move.previous(), move.current(), settings.threshold())
                .filter(reason -> !tasks.isOpen(move.accountId(), TaskKind.SCORE_LOW))
                .ifPresent(reason -> open(move.accountId(), TaskKind.SCORE_LOW, reason, move.today()));
    }

    private void open(UUID account, TaskKind kind, String reason, LocalDate today) {
        var task = new SuccessTask();
        task.accountId = account;
        task.kind = kind;
        task.reason = reason;
        task.status = TaskStatus.OPEN;
        task.dueOn = today.plusDays(DAYS_TO_ACT);
        task.openedAt = clock.now();
        tasks.persistAndFlush(task);
        outbox.publish(
                SuccessEvents.TASK_OPENED,
                task.id,
                task.version,
                new TaskOpened(task.id, account, kind.name(), reason, task.dueOn, task.openedAt));
    }

    @Transactional
    Versioned complete(UUID id, @Nullable String ifMatch, CompletionRequest request) {
        var task = existing(id, tasks.findById(id, LockModeType.PESSIMISTIC_WRITE));
        Etag.require(ifMatch, task.version);
        if (task.status == TaskStatus.DONE) {
            throw Rejected.conflict("task-done");
        }
        task.status = TaskStatus.DONE;
        task.outcome = request.outcome();
        task.completedAt = clock.now();
        tasks.flush();
        return Versioned.of(task);
    }

    @Transactional
    Versioned get(UUID id) {
        return Versioned.of(existing(id, tasks.findById(id)));
    }

    @Transactional
    List<TaskView> page(@Nullable UUID account, @Nullable TaskStatus status, UUID after, int limit) {
        return tasks.page(account, status, after, limit).stream()
                .map(TaskView::of)
                .toList();
    }

    private static SuccessTask existing(UUID id, @Nullable SuccessTask task) {
        if (task == null) {
            throw Rejected.notFound("task", id);
        }
        return task;
    }
}
