package dev.rivulet.success.touch;

import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.touch.domain.Capacity;
import dev.rivulet.success.touch.domain.TouchModel;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Who looks after whom, and the hours it takes. */
@Singleton
class TouchTable {

    /** First key of the advisory locks, so that they meet no others. */
    private static final int LOCK = 0x0ca3;

    private static final String COLUMNS = "subject_id, prospect, model, manager, hours, waiting_since";

    private final Sql sql;
    private final Tenants tenants;

    TouchTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Until the end of the transaction nobody else gives hours away. */
    void lock() {
        sql.query("SELECT pg_advisory_xact_lock(?, hashtext(?))", row -> true, LOCK, tenants.current());
    }

    Optional<TouchState> find(UUID subject) {
        return sql
                .read(
                        "SELECT " + COLUMNS + " FROM touch WHERE tenant_id = ? AND subject_id = ?",
                        TouchTable::state,
                        tenants.current(),
                        subject)
                .stream()
                .findFirst();
    }

    Map<UUID, String> managers(Collection<UUID> subjects) {
        var managers = new HashMap<UUID, String>();
        sql.read(
                "SELECT subject_id, manager FROM touch WHERE tenant_id = ? AND subject_id = ANY(?::uuid[])"
                        + " AND manager IS NOT NULL",
                row -> managers.put(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current(),
                subjects.stream().map(UUID::toString).toArray(String[]::new));
        return managers;
    }

    /** Those who wait, the longest first. */
    List<TouchState> waiting() {
        return sql.query(
                "SELECT " + COLUMNS + " FROM touch WHERE tenant_id = ? AND waiting_since IS NOT NULL"
                        + " ORDER BY waiting_since, subject_id",
                TouchTable::state,
                tenants.current());
    }

    List<TouchState> waiting(
            @Nullable Collection<UUID> only, @Nullable Instant since, @Nullable UUID after, int limit) {
        var seen = only == null ? null : only.toArray(UUID[]::new);
        return sql.read(
                "SELECT " + COLUMNS + " FROM touch WHERE tenant_id = ? AND waiting_since IS NOT NULL"
                        + " AND (?::timestamptz IS NULL OR (waiting_since, subject_id) > (?::timestamptz, ?::uuid))"
                        + " AND " + OnlyOf.these("subject_id")
                        + " ORDER BY waiting_since, subject_id LIMIT ?",
                TouchTable::state,
                tenants.current(),
                since == null ? null : Timestamp.from(since),
                since == null ? null : Timestamp.from(since),
                after,
                seen,
                seen,
                limit);
    }

    List<TouchState> of(@Nullable Collection<UUID> only, String manager, UUID after, int limit) {
        var seen = only == null ? null : only.toArray(UUID[]::new);
        return sql.read(
                "SELECT " + COLUMNS + " FROM touch WHERE tenant_id = ? AND manager = ? AND subject_id > ?"
                        + " AND " + OnlyOf.these("subject_id")
                        + " ORDER BY subject_id LIMIT ?",
                TouchTable::state,
                tenants.current(),
                manager,
                after,
                seen,
                seen,
                limit);
    }

    private static TouchState state(ResultSet row) throws SQLException {
        var waiting = row.getTimestamp("waiting_since");
        return new TouchState(
                row.getObject("subject_id", UUID.class),
                row.getBoolean("prospect"),
                TouchModel.valueOf(row.getString("model")),
                row.getString("manager"),
                row.getBigDecimal("hours"),
                waiting == null ? null : waiting.toInstant());
    }

    void save(TouchState state, String reason, Instant now) {
        var time = Timestamp.from(now);
        var waiting = state.waitingSince();
        sql.update(
                "INSERT INTO touch (tenant_id, subject_id, prospect, model, manager, hours, waiting_since, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, subject_id) DO UPDATE SET"
                        + " model = excluded.model, manager = excluded.manager, hours = excluded.hours,"
                        + " waiting_since = excluded.waiting_since, changed_at = excluded.changed_at",
                tenants.current(),
                state.subject(),
                state.prospect(),
                state.model().name(),
                state.manager(),
                state.hours(),
                waiting == null ? null : Timestamp.from(waiting),
                time);
        sql.update(
                "INSERT INTO touch_change (tenant_id, id, subject_id, model, manager, reason, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                state.subject(),
                state.model().name(),
                state.manager(),
                reason,
                time);
    }

    /** A prospect is a customer now; one that was looked after already stays as it is. */
    void become(UUID deal, UUID account) {
        sql.update(
                "UPDATE touch SET subject_id = ?, prospect = false WHERE tenant_id = ? AND subject_id = ?"
                        + " AND NOT EXISTS (SELECT FROM touch WHERE tenant_id = ? AND subject_id = ?)",
                account,
                tenants.current(),
                deal,
                tenants.current(),
                account);
        sql.update(
                "UPDATE touch_change SET subject_id = ? WHERE tenant_id = ? AND subject_id = ?",
                account,
                tenants.current(),
                deal);
        forget(deal);
    }

    void forget(UUID subject) {
        sql.update("DELETE FROM touch WHERE tenant_id = ? AND subject_id = ?", tenants.current(), subject);
    }

    List<TouchChange> changes(UUID subject) {
        return sql.read(
                "SELECT model, manager, reason, changed_at FROM touch_change WHERE tenant_id = ? AND subject_id = ?"
                        + " ORDER BY id DESC LIMIT 200",
                row -> new TouchChange(
                        TouchModel.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()),
                tenants.current(),
                subject);
    }

    void put(String manager, Capacity capacity) {
        sql.update(
                "INSERT INTO manager_capacity (tenant_id, manager, hours_per_week, weeks, utilisation, admin_share,"
                        + " high_touches, low_touches, hours_per_touch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, manager) DO UPDATE SET hours_per_week = excluded.hours_per_week,"
                        + " weeks = excluded.weeks, utilisation = excluded.utilisation,"
                        + " admin_share = excluded.admin_share, high_touches = excluded.high_touches,"
                        + " low_touches = excluded.low_touches, hours_per_touch = excluded.hours_per_touch",
                tenants.current(),
                manager,
                capacity.hoursPerWeek(),
                capacity.weeks(),
                capacity.utilisation(),
                capacity.adminShare(),
                capacity.highTouches(),
                capacity.lowTouches(),
                capacity.hoursPerTouch());
    }

    /** Of all managers, or of one, by name. */
    List<ManagerLoad> loads(@Nullable String manager) {
        return sql.read(
                "SELECT m.manager, m.hours_per_week, m.weeks, m.utilisation, m.admin_share, m.high_touches,"
                        + " m.low_touches, m.hours_per_touch, coalesce(sum(c.hours), 0) AS committed,"
                        + " count(c.subject_id) FILTER (WHERE c.hours > 0) AS customers FROM manager_capacity m"
                        + " LEFT JOIN touch c ON (c.tenant_id, c.manager) = (m.tenant_id, m.manager)"
                        + " WHERE m.tenant_id = ? AND (?::text IS NULL OR m.manager = ?) GROUP BY m.tenant_id, m.manager"
                        + " ORDER BY m.manager",
                row -> new ManagerLoad(
                        row.getString("manager"),
                        new Capacity(
                                row.getBigDecimal("hours_per_week"),
                                row.getInt("weeks"),
                                row.getBigDecimal("utilisation"),
                                row.getBigDecimal("admin_share"),
                                row.getBigDecimal("high_touches"),
                                row.getBigDecimal("low_touches"),
                                row.getBigDecimal("hours_per_touch")),
                        row.getBigDecimal("committed"),
                        row.getInt("customers")),
                tenants.current(),
                manager,
                manager);
    }
}
