package dev.rivulet.success.task;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.task.domain.Deadline;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task to be opened.
 *
 * @param account the customer it is about; null when it is about none in particular
 * @param dedupeKey while a task of the customer with this key waits, no second is opened
 * @param owner who is to do it; null leaves it in the queue
 * @param queue the role whose members take it while nobody owns it
 * @param escalateTo who gets it when the deadline has passed: an owner, or {@code @} and a role; null: nobody
 * @param atRisk the money at stake a month, if known
 * @param source the trigger that asks for it; null when none does
 */
public record TaskOrder(
        @Nullable UUID account,
        TaskKind kind,
        Reason reason,
        Severity severity,
        Deadline deadline,
        String dedupeKey,
        @Nullable String owner,
        String queue,
        @Nullable String escalateTo,
        @Nullable Money atRisk,
        @Nullable Source source) {

    /** The revision of the rule that asks for a task. */
    public record Source(UUID rule, int revision) {}

    /** High, in three days, for the queue of the success managers; one of a kind at a time. */
    public static TaskOrder of(@Nullable UUID account, TaskKind kind, Reason reason) {
        return new TaskOrder(
                account, kind, reason, Severity.HIGH, Deadline.days(3), kind.name(), null, "success", null, null, null);
    }

    public TaskOrder severity(Severity changed) {
        return new TaskOrder(
                account, kind, reason, changed, deadline, dedupeKey, owner, queue, escalateTo, atRisk, source);
    }

    public TaskOrder due(Deadline changed) {
        return new TaskOrder(
                account, kind, reason, severity, changed, dedupeKey, owner, queue, escalateTo, atRisk, source);
    }

    public TaskOrder onceFor(String key) {
        return new TaskOrder(account, kind, reason, severity, deadline, key, owner, queue, escalateTo, atRisk, source);
    }

    public TaskOrder ownedBy(@Nullable String changed) {
        return new TaskOrder(
                account, kind, reason, severity, deadline, dedupeKey, changed, queue, escalateTo, atRisk, source);
    }

    public TaskOrder inQueue(String role) {
        return new TaskOrder(
                account, kind, reason, severity, deadline, dedupeKey, owner, role, escalateTo, atRisk, source);
    }

    public TaskOrder escalatedTo(@Nullable String changed) {
        return new TaskOrder(
                account, kind, reason, severity, deadline, dedupeKey, owner, queue, changed, atRisk, source);
    }

    public TaskOrder putting(@Nullable Money changed) {
        return new TaskOrder(
                account, kind, reason, severity, deadline, dedupeKey, owner, queue, escalateTo, changed, source);
    }

    public TaskOrder from(Source changed) {
        return new TaskOrder(
                account, kind, reason, severity, deadline, dedupeKey, owner, queue, escalateTo, atRisk, changed);
    }
}
