package dev.rivulet.success.usage;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds a seat, where the customer reports it. */
@ApplicationScoped
class LicenceAssignments {

    private final Sql sql;
    private final Tenants tenants;
    private final Customers customers;
    private final UsageAliases aliases;
    private final ClockGate gate;
    private final Event<CustomerChanged> changes;

    LicenceAssignments(
            Sql sql,
            Tenants tenants,
            Customers customers,
            UsageAliases aliases,
            ClockGate gate,
            Event<CustomerChanged> changes) {
        this.sql = sql;
        this.tenants = tenants;
        this.customers = customers;
        this.aliases = aliases;
        this.gate = gate;
        this.changes = changes;
    }

    /** Those who hold a seat, by user id. */
    @Transactional
    List<LicenceAssignmentView> page(UUID account, @Nullable String after, int limit) {
        customers.get(account);
        return sql.query(
                "SELECT user_id, assigned_on FROM licence_assignment WHERE account_id = ? AND released_on IS NULL"
                        + " AND user_id > ? ORDER BY user_id LIMIT " + limit,
                row -> new LicenceAssignmentView(row.getString(1), row.getObject(2, LocalDate.class)),
                account,
                after == null ? "" : after);
    }

    /** Who holds a seat already goes on holding it. */
    @Transactional
    void assign(UUID account, String userId) {
        var today = lock(account);
        write(account, List.of(userId), today);
        changes.fire(new CustomerChanged(account));
    }

    @Transactional
    void release(UUID account, String userId) {
        var today = lock(account);
        var user = aliases.applied(account, List.of(userId)).first();
        if (release(account, today, "user_id = ?", user) == 0) {
            throw Rejected.notFound("licence assignment", userId);
        }
        changes.fire(new CustomerChanged(account));
    }

    /** These and nobody else. */
    @Transactional
    void replace(UUID account, Collection<String> userIds) {
        var today = lock(account);
        write(account, userIds, today);
        release(
                account,
                today,
                "user_id <> ALL (?::text[])",
                Columns.of(aliases.applied(account, userIds), user -> user));
        changes.fire(new CustomerChanged(account));
    }

    /** The customer's today. */
    private LocalDate lock(UUID account) {
        gate.hold();
        var today = customers.lock(List.of(account)).get(account);
        if (today == null) {
            throw Rejected.notFound("customer", account);
        }
        return today;
    }

    private void write(UUID account, Collection<String> userIds, LocalDate today) {
        var users = aliases.applied(account, userIds);
        sql.update(
                "INSERT INTO licence_assignment AS known (tenant_id, account_id, user_id, assigned_on)"
                        + " SELECT ?, ?, u, ? FROM unnest(?::text[]) AS u ON CONFLICT (tenant_id, account_id, user_id)"
                        + " DO UPDATE SET assigned_on = excluded.assigned_on, released_on = NULL"
                        + " WHERE known.released_on IS NOT NULL",
                tenants.current(),
                account,
                today,
                Columns.of(users, user -> user));
    }

    private int release(UUID account, LocalDate today, String which, Object users) {
        return sql.update(
                "UPDATE licence_assignment SET released_on = ? WHERE account_id = ? AND released_on IS NULL AND "
                        + which,
                today,
                account,
                users);
    }
}
