package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.input.CursorValues;
import dev.rivulet.success.transaction.BeforeCommit;
import dev.rivulet.success.usage.domain.LicenceUse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the seats of all customers stand, kept so that they can be ranked: in the transaction of whatever changes a
 * customer, and anew when its local day is over.
 */
@Singleton
class LicenceStandings {

    private static final String BEGINNING = "SELECT * FROM licence_standing WHERE true";

    private final BeforeCommit beforeCommit;
    private final Consumption consumption;
    private final Customers customers;
    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    LicenceStandings(
            BeforeCommit beforeCommit,
            Consumption consumption,
            Customers customers,
            Sql sql,
            Tenants tenants,
            TenantClock clock) {
        this.beforeCommit = beforeCommit;
        this.consumption = consumption;
        this.customers = customers;
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Changed(Set<UUID> accounts) {}

    private record Row(UUID account, LicenceUse use, Money recurring, LocalDate asOf, Instant dueAt) {}

    void changed(@Observes CustomerChanged change) {
        beforeCommit
                .collect(Changed.class, () -> new Changed(new TreeSet<>()), all -> refresh(all.accounts()))
                .accounts()
                .add(change.accountId());
    }

    /** A test clock may begin in the past, where nothing would ever be over. */
    void moved(@Observes ClockMoved move) {
        sql.update(
                "UPDATE licence_standing SET due_at = ?::timestamptz",
                move.now().toString());
    }

    /** Accounts whose day is over. */
    List<UUID> due(int limit) {
        return sql.query(
                "SELECT DISTINCT account_id FROM (SELECT account_id FROM licence_standing WHERE due_at <= ?::timestamptz"
                        + " ORDER BY due_at LIMIT ?) due",
                row -> row.getObject(1, UUID.class),
                clock.now().toString(),
                limit);
    }

    /** Of all tenants that have any. */
    List<String> tenants() {
        return sql.query("SELECT tenant_id FROM licence_tenant", row -> row.getString(1));
    }

    void refresh(Set<UUID> accounts) {
        var now = clock.now();
        var zones = customers.zones(accounts);
        var todays = new HashMap<UUID, LocalDate>();
        zones.forEach((account, zone) -> todays.put(account, LocalDate.ofInstant(now, zone)));
        var uses = consumption.licences(todays);
        var rows = new ArrayList<Row>();
        var recurring = customers.recurring(todays);
        for (var account : accounts) {
            var use = uses.get(account);
            for (var money : recurring.getOrDefault(account, List.of())) {
                if (use != null && use.purchased() > 0) {
                    rows.add(row(account, use, money, todays, zones));
                }
            }
        }
        write(rows);
        sql.update(
                "DELETE FROM licence_standing WHERE account_id = ANY (?::text[]::uuid[]) AND (account_id, currency)"
                        + " NOT IN (SELECT * FROM unnest(?::text[]::uuid[], ?::text[]::char(3)[]))",
                Columns.of(accounts, id -> id),
                Columns.of(rows, Row::account),
                Columns.of(rows, row -> row.recurring().currency()));
    }

    private static Row row(
            UUID account, LicenceUse use, Money money, Map<UUID, LocalDate> todays, Map<UUID, ZoneId> zones) {
        var today = Objects.requireNonNull(todays.get(account));
        var zone = Objects.requireNonNull(zones.get(account));
        return new Row(
                account, use, money, today, today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private void write(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.update("INSERT INTO licence_tenant VALUES (?) ON CONFLICT DO NOTHING", tenants.current());
        sql.update(
                "INSERT INTO licence_standing (tenant_id, account_id, currency, purchased, assigned, active, idle,"
                        + " reported, recurring_minor, idle_minor, as_of, due_at) SELECT ?, * FROM"
                        + " unnest(?::text[]::uuid[], ?::text[], ?::text[]::int[], ?::text[]::int[], ?::text[]::int[],"
                        + " ?::text[]::int[], ?::text[]::boolean[], ?::text[]::bigint[], ?::text[]::bigint[],"
                        + " ?::text[]::date[], ?::text[]::timestamptz[]) ON CONFLICT (tenant_id, account_id, currency)"
                        + " DO UPDATE SET purchased = excluded.purchased, assigned = excluded.assigned,"
                        + " active = excluded.active, idle = excluded.idle, reported = excluded.reported,"
                        + " recurring_minor = excluded.recurring_minor, idle_minor = excluded.idle_minor,"
                        + " as_of = excluded.as_of, due_at = excluded.due_at",
                tenants.current(),
                Columns.of(rows, Row::account),
                Columns.of(rows, row -> row.recurring().currency()),
                Columns.of(rows, row -> row.use().purchased()),
                Columns.of(rows, row -> row.use().assigned()),
                Columns.of(rows, row -> row.use().active()),
                Columns.of(rows, row -> row.use().idle()),
                Columns.of(rows, row -> row.use().reported()),
                Columns.of(rows, row -> row.recurring().minor()),
                Columns.of(rows, row -> row.use().idle(row.recurring()).minor()),
                Columns.of(rows, Row::asOf),
                Columns.of(rows, Row::dueAt));
    }

    /**
     * Currency by currency, the most idle money first.
     *
     * @param only of these customers; null for all
     */
    List<LicenceStandingView> page(
            @Nullable Collection<UUID> only, @Nullable String currency, @Nullable Cursor after, int limit) {
        var mine = only == null ? null : only.toArray(UUID[]::new);
        var order = " ORDER BY currency, idle_minor DESC, account_id LIMIT " + limit;
        var wanted = currency == null ? " AND ?::text IS NULL" : " AND currency = ?";
        var seen = " AND " + OnlyOf.these("account_id");
        if (after == null) {
            return sql.query(BEGINNING + wanted + seen + order, LicenceStandingView::of, currency, mine, mine);
        }
        var last = CursorValues.of(after, 3);
        return sql.query(
                BEGINNING + wanted + seen + " AND (currency > ? OR (currency = ? AND (idle_minor < ? OR"
                        + " (idle_minor = ? AND account_id > ?))))" + order,
                LicenceStandingView::of,
                currency,
                mine,
                mine,
                last.text(0),
                last.text(0),
                last.number(1),
                last.number(1),
                last.id(2));
    }
}
