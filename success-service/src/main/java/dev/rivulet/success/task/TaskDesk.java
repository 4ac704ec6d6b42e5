package dev.rivulet.success.task;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.RecurringRevenue;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.events.TaskCompleted;
import dev.rivulet.success.events.TaskReopened;
import dev.rivulet.success.task.TaskEvents.Kind;
import dev.rivulet.success.task.domain.Deadline;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with tasks. */
@ApplicationScoped
@Transactional
class TaskDesk {

    private final SuccessTaskRepository tasks;
    private final Tasks opening;
    private final Portfolio portfolio;
    private final RecurringRevenue revenue;
    private final TaskEvents events;
    private final Customers customers;
    private final ClockedTenants clocked;
    private final SecurityIdentity user;
    private final TenantClock clock;
    private final Outbox outbox;

    TaskDesk(
            SuccessTaskRepository tasks,
            Tasks opening,
            Portfolio portfolio,
            RecurringRevenue revenue,
            TaskEvents events,
            Customers customers,
            ClockedTenants clocked,
            SecurityIdentity user,
            TenantClock clock,
            Outbox outbox) {
        this.tasks = tasks;
        this.opening = opening;
        this.portfolio = portfolio;
        this.revenue = revenue;
        this.events = events;
        this.customers = customers;
        this.clocked = clocked;
        this.user = user;
        this.clock = clock;
        this.outbox = outbox;
    }

    SuccessTask get(UUID id) {
        return existing(id, tasks.findById(id));
    }

    SuccessTask open(TaskRequest request) {
        var account = request.accountId();
        if (account != null) {
            portfolio.require(account);
            if (customers.of(List.of(account)).isEmpty()) {
                throw Rejected.unprocessable("account-unknown", "/accountId");
            }
        }
        var today = account == null ? clock.today(ZoneOffset.UTC) : customers.today(account);
        var days = ChronoUnit.DAYS.between(today, request.dueOn());
        if (days < 0 || days > Deadline.MOST) {
            throw Rejected.unprocessable("task-due", "/dueOn", today, today.plusDays(Deadline.MOST));
        }
        var order = TaskOrder.of(
                        account,
                        TaskKind.MANUAL,
                        Reason.of("told", request.reason().strip()))
                .severity(Objects.requireNonNullElse(request.severity(), Severity.MEDIUM))
                .due(Deadline.days((int) days))
                .onceFor("manual:" + UUID.randomUUID())
                .ownedBy(request.owner())
                .inQueue(Objects.requireNonNullElse(request.queue(), "success"))
                .escalatedTo(request.escalateTo());
        var atStake =
                account == null ? null : revenue.atStake(Map.of(account, today)).get(account);
        return get(opening.open(order.putting(atStake)));
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
        var now = clock.now();
        var name = user.getPrincipal().getName();
        task.completedAt = now;
        task.completedBy = name;
        noted(task, Kind.COMPLETED);
        outbox.publish(
                SuccessEvents.TASK_COMPLETED,
                id,
                task.version,
                new TaskCompleted(
                        id, task.accountId, task.kind.name(), request.outcome().name(), name, now));
        return task;
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
        noted(task, Kind.REOPENED);
        outbox.publish(
                SuccessEvents.TASK_REOPENED,
                id,
                task.version,
                new TaskReopened(id, task.accountId, task.kind.name(), clock.now()));
        return task;
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
