package dev.rivulet.success.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.events.TaskOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Opens tasks for whichever feature finds something for a human to do. */
@ApplicationScoped
public class Tasks {

    private final Sql sql;
    private final Tenants tenants;
    private final Customers customers;
    private final TaskEvents events;
    private final ClockedTenants clocked;
    private final TenantClock clock;
    private final Outbox outbox;
    private final ObjectMapper json;

    Tasks(
            Sql sql,
            Tenants tenants,
            Customers customers,
            TaskEvents events,
            ClockedTenants clocked,
            TenantClock clock,
            Outbox outbox,
            ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.customers = customers;
        this.events = events;
        this.clocked = clocked;
        this.clock = clock;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * Opens a task in the caller's transaction, unless one of the customer with its key waits already. The customer
     * must be known; the reason's code must have a text.
     *
     * @return the task that waits now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID open(TaskOrder order) {
        if (!ReasonTexts.knows(order.reason().code())) {
            throw new IllegalArgumentException("no text for " + order.reason().code());
        }
        while (true) {
            var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            if (insert(id, order)) {
                return id;
            }
            var waiting = waiting(order.account(), order.dedupeKey());
            if (waiting != null) {
                return waiting;
            }
        }
    }

    private boolean insert(UUID id, TaskOrder order) {
        var account = order.account();
        ZoneId zone = account == null
                ? ZoneOffset.UTC
                : customers.zones(List.of(account)).getOrDefault(account, ZoneOffset.UTC);
        var now = clock.now();
        var dueOn = order.deadline().from(now.atZone(zone).toLocalDate());
        var money = order.atRisk();
        var source = order.source();
        var opened = sql.update(
                "INSERT INTO success_task (tenant_id, id, version, account_id, kind, why, severity, status, owner, queue,"
                        + " dedupe_key, due_on, overdue_at, opened_at, escalate_to, minor, currency, at_risk, rule_id,"
                        + " rule_revision) VALUES (?, ?, 0, ?, ?, ?::jsonb, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, account_id, dedupe_key) WHERE status <> 'DONE' DO NOTHING",
                tenants.current(),
                id,
                account,
                order.kind().name(),
                json(order.reason()),
                order.severity().rank,
                order.owner(),
                order.queue(),
                order.dedupeKey(),
                dueOn,
                Timestamp.from(dueOn.plusDays(1).atStartOfDay(zone).toInstant()),
                Timestamp.from(now),
                order.escalateTo(),
                money == null ? null : money.minor(),
                money == null ? null : money.currency().getCurrencyCode(),
                money == null ? 0 : money.decimal(),
                source == null ? null : source.rule(),
                source == null ? null : source.revision());
        if (opened == 0) {
            return false;
        }
        events.note(id, order.owner(), order.queue(), TaskEvents.Kind.OPENED);
        clocked.remember();
        outbox.publish(
                SuccessEvents.TASK_OPENED,
                id,
                0,
                new TaskOpened(
                        id,
                        account,
                        order.kind().name(),
                        ReasonTexts.ENGLISH.of(order.reason()),
                        order.severity().name(),
                        order.owner(),
                        dueOn,
                        now));
        return true;
    }

    private @Nullable UUID waiting(@Nullable UUID account, String dedupeKey) {
        return sql
                .query(
                        "SELECT id FROM success_task WHERE tenant_id = ? AND account_id IS NOT DISTINCT FROM ?::uuid"
                                + " AND dedupe_key = ? AND status <> 'DONE'",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        account,
                        dedupeKey)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private String json(Reason reason) {
        try {
            return json.writeValueAsString(reason);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
