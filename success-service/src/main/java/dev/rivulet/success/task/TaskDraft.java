package dev.rivulet.success.task;

import dev.rivulet.success.events.TaskOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A task that may come about from an order, if none with its key waits already. */
record TaskDraft(UUID id, TaskOrder order, Instant openedAt, LocalDate dueOn, Instant overdueAt) {

    private static final Reason WRITTEN_DOWN = Reason.of("written-down");

    /** @param zone where the customer is, whose days count */
    static TaskDraft of(TaskOrder order, ZoneId zone, Instant now) {
        var dueOn = order.deadline().from(LocalDate.ofInstant(now, zone));
        return new TaskDraft(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                order,
                now,
                dueOn,
                dueOn.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** What somebody wrote may name people who are erased one day, and what is published stays. */
    TaskOpened fact() {
        return new TaskOpened(
                id,
                order.account(),
                order.kind().name(),
                ReasonTexts.ENGLISH.of(order.kind() == TaskKind.MANUAL ? WRITTEN_DOWN : order.reason()),
                order.severity().name(),
                order.owner(),
                dueOn,
                openedAt);
    }
}
