package dev.rivulet.success.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.events.SuccessEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens tasks for whichever feature finds something for a human to do. */
@ApplicationScoped
public class Tasks {

    private static final String WORSEN = "DO UPDATE SET status = 'OPEN', snoozed_until = NULL, wakes_at = NULL,"
            + " why = excluded.why, minor = excluded.minor, currency = excluded.currency, at_risk = excluded.at_risk,"
            + " severity = greatest(success_task.severity, excluded.severity),"
            + " rule_revision = excluded.rule_revision, version = success_task.version + 1";

    private final Sql sql;
    private final Tenants tenants;
    private final Customers customers;
    private final ClockedTenants clocked;
    private final TenantClock clock;
    private final Outbox outbox;
    private final ObjectMapper json;

    Tasks(
            Sql sql,
            Tenants tenants,
            Customers customers,
            ClockedTenants clocked,
            TenantClock clock,
            Outbox outbox,
            ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.customers = customers;
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
        while (true) {
            var opened = openAll(List.of(order));
            if (!opened.isEmpty()) {
                return opened.getFirst();
            }
            var waiting = waiting(order.account(), order.dedupeKey());
            if (waiting != null) {
                return waiting;
            }
        }
    }

    /**
     * The same for many, with as many statements as for one.
     *
     * @return the tasks that are new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> openAll(List<TaskOrder> orders) {
        return opened(orders, "DO NOTHING");
    }

    /**
     * Something has gone wrong: opens a task for each, or, where one waits already, wakes it, gives it the new reason
     * and at least the new severity, and what is at stake now. The last of several with the same key counts.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void warn(List<TaskOrder> orders) {
        var last = new LinkedHashMap<List<@Nullable Object>, TaskOrder>();
        for (var order : orders) {
            last.put(Arrays.asList(order.account(), order.dedupeKey()), order);
        }
        opened(List.copyOf(last.values()), WORSEN);
    }

    private List<UUID> opened(List<TaskOrder> orders, String ifOneWaits) {
        if (orders.isEmpty()) {
            return List.of();
        }
        var drafts = drafts(orders);
        var opened = Set.copyOf(insert(drafts, ifOneWaits));
        outbox.publishAll(drafts.stream()
                .filter(draft -> opened.contains(draft.id()))
                .map(draft -> new Outbox.Publication(SuccessEvents.TASK_OPENED, draft.id(), 0, draft.fact()))
                .toList());
        if (!opened.isEmpty()) {
            clocked.remember();
        }
        return List.copyOf(opened);
    }

    private List<TaskDraft> drafts(List<TaskOrder> orders) {
        var accounts = new HashSet<UUID>();
        for (var order : orders) {
            if (!ReasonTexts.knows(order.reason().code())) {
                throw new IllegalArgumentException(
                        "no text for " + order.reason().code());
            }
            if (order.account() != null) {
                accounts.add(order.account());
            }
        }
        var zones = accounts.isEmpty() ? Map.<UUID, ZoneId>of() : customers.zones(accounts);
        var now = clock.now();
        return orders.stream()
                .map(order -> {
                    var account = order.account();
                    ZoneId zone = account == null ? ZoneOffset.UTC : zones.getOrDefault(account, ZoneOffset.UTC);
                    return TaskDraft.of(order, zone, now);
                })
                .toList();
    }

    /** In the order of the index that tells who waits, so that two who open the same wait for each other one way only. */
    private List<UUID> insert(List<TaskDraft> drafts, String ifOneWaits) {
        return sql.query(
                "WITH opened AS (INSERT INTO success_task (tenant_id, version, status, id, account_id, kind, why,"
                        + " severity, owner, queue, dedupe_key, due_on, overdue_at, opened_at, escalate_to, minor,"
                        + " currency, at_risk, rule_id, rule_revision)"
                        + " SELECT ?, 0, 'OPEN', draft.* FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::jsonb[],"
                        + " ?::smallint[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[],"
                        + " ?::timestamptz[], ?::text[], ?::bigint[], ?::text[], ?::numeric[], ?::uuid[], ?::int[])"
                        + " AS draft (id, account, kind, why, severity, owner, queue, key, due_on, overdue_at,"
                        + " opened_at, escalate_to, minor, currency, at_risk, rule, revision) ORDER BY account, key"
                        + " ON CONFLICT (tenant_id, account_id, dedupe_key) WHERE status <> 'DONE' " + ifOneWaits
                        + " RETURNING id, owner, queue, version),"
                        + " noted AS (INSERT INTO task_event (tenant_id, task_id, owner, queue, kind)"
                        + " SELECT ?, id, owner, queue, CASE version WHEN 0 THEN 'OPENED' ELSE 'WORSENED' END"
                        + " FROM opened)"
                        + " SELECT id FROM opened WHERE version = 0",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                texts(drafts, TaskDraft::id),
                texts(drafts, draft -> draft.order().account()),
                texts(drafts, draft -> draft.order().kind()),
                texts(drafts, draft -> json(draft.order().reason())),
                texts(drafts, draft -> draft.order().severity().rank),
                texts(drafts, draft -> draft.order().owner()),
                texts(drafts, draft -> draft.order().queue()),
                texts(drafts, draft -> draft.order().dedupeKey()),
                texts(drafts, TaskDraft::dueOn),
                texts(drafts, TaskDraft::overdueAt),
                texts(drafts, TaskDraft::openedAt),
                texts(drafts, draft -> draft.order().escalateTo()),
                texts(drafts, draft -> money(draft, Money::minor)),
                texts(drafts, draft -> money(draft, Money::currency)),
                texts(drafts, draft -> Objects.requireNonNullElse(money(draft, Money::decimal), 0)),
                texts(drafts, draft -> source(draft, TaskOrder.Source::rule)),
                texts(drafts, draft -> source(draft, TaskOrder.Source::revision)),
                tenants.current());
    }

    private static @Nullable Object money(TaskDraft draft, Function<Money, Object> part) {
        var money = draft.order().atRisk();
        return money == null ? null : part.apply(money);
    }

    private static @Nullable Object source(TaskDraft draft, Function<TaskOrder.Source, Object> part) {
        var source = draft.order().source();
        return source == null ? null : part.apply(source);
    }

    private static @Nullable String[] texts(List<TaskDraft> drafts, Function<TaskDraft, @Nullable Object> column) {
        return drafts.stream()
                .map(draft -> {
                    var value = column.apply(draft);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
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
