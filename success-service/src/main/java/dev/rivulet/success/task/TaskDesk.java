package dev.rivulet.success.task;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.task.TaskEvents.Kind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with tasks. */
@ApplicationScoped
@Transactional
class TaskDesk {

    private final SuccessTaskRepository tasks;
    private final TaskEvents events;
    private final Customers customers;
    private final ClockedTenants clocked;
    private final SecurityIdentity user;
    private final TenantClock clock;

    TaskDesk(
            SuccessTaskRepository tasks,
            TaskEvents events,
            Customers customers,
            ClockedTenants clocked,
            SecurityIdentity user,
            TenantClock clock) {
        this.tasks = tasks;
        this.events = events;
        this.customers = customers;
        this.clocked = clocked;
        this.user = user;
        this.clock = clock;
    }

    SuccessTask get(UUID id) {
        return existing(id, tasks.findById(id));
    }

    SuccessTask assign(UUID id, @Nullable String ifMatch, @Nullable String owner) {
        var task = waiting(id, ifMatch);
        if (task.owner == null ? owner != null : !task.owner.equals(owner)) {
            events.note(id, task.owner, task.queue, Kind.TAKEN_AWAY);
            task.owner = owner;
            events.note(id, owner, task.queue, Kind.ASSIGNED);
            tasks.flush();
        }
        return task;
    }

    SuccessTask snooze(UUID id, @Nullable String ifMatch, SnoozeRequest request) {
        var task = waiting(id, ifMatch);
        var zone = zone(task);
        if (!request.until().isAfter(clock.today(zone))) {
            throw Rejected.unprocessable("snooze-past", "/until");
        }
        task.status = TaskStatus.SNOOZED;
        task.snoozedUntil = request.until();
        task.wakesAt = request.until().atStartOfDay(zone).toInstant();
        clocked.remember();
        return noted(task, Kind.SNOOZED);
    }

    SuccessTask complete(UUID id, @Nullable String ifMatch, CompletionRequest request) {
        var task = waiting(id, ifMatch);
        task.status = TaskStatus.DONE;
        task.snoozedUntil = null;
        task.wakesAt = null;
        task.outcome = request.outcome();
        task.note = request.note();
        task.completedAt = clock.now();
        task.completedBy = user.getPrincipal().getName();
        return noted(task, Kind.COMPLETED);
    }

    SuccessTask reopen(UUID id, @Nullable String ifMatch, ReopeningRequest request) {
        var task = current(id, ifMatch);
        if (task.status != TaskStatus.DONE) {
            throw Rejected.conflict("task-not-done");
        }
        if (tasks.isOpen(task.accountId, task.dedupeKey)) {
            throw Rejected.conflict("task-open-already");
        }
        task.status = TaskStatus.OPEN;
        task.outcome = null;
        task.note = request.note();
        task.completedAt = null;
        task.completedBy = null;
        return noted(task, Kind.REOPENED);
    }

    private SuccessTask noted(SuccessTask task, Kind kind) {
        events.note(task.id, task.owner, task.queue, kind);
        tasks.flush();
        return task;
    }

    private SuccessTask waiting(UUID id, @Nullable String ifMatch) {
        var task = current(id, ifMatch);
        if (task.status == TaskStatus.DONE) {
            throw Rejected.conflict("task-done");
        }
        return task;
    }

    private SuccessTask current(UUID id, @Nullable String ifMatch) {
        var task = existing(id, tasks.findById(id, LockModeType.PESSIMISTIC_WRITE));
        Etag.require(ifMatch, task.version);
        return task;
    }

    private ZoneId zone(SuccessTask task) {
        var account = task.accountId;
        return account == null
                ? ZoneOffset.UTC
                : customers.zones(List.of(account)).getOrDefault(account, ZoneOffset.UTC);
    }

    private static SuccessTask existing(UUID id, @Nullable SuccessTask task) {
        if (task == null) {
            throw Rejected.notFound("task", id);
        }
        return task;
    }
}
