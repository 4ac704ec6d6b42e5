package dev.rivulet.subscription.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.usage.domain.DayTotal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes usage down, event by event, by day and by user: a batch with one statement for each table. */
@Singleton
class UsageDays {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    UsageDays(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What is metered. */
    record Meter(UUID accountId, String metric) implements Comparable<Meter> {

        private static final Comparator<Meter> ORDER =
                Comparator.comparing(Meter::accountId).thenComparing(Meter::metric);

        @Override
        public int compareTo(Meter other) {
            return ORDER.compare(this, other);
        }
    }

    /** One meter on one local day. */
    record Day(Meter meter, LocalDate day) implements Comparable<Day> {

        private static final Comparator<Day> ORDER =
                Comparator.comparing(Day::meter).thenComparing(Day::day);

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    /** An event on the day it counts on. */
    record Counted(UsageFact fact, Day day) {}

    void write(List<Counted> events) {
        sql.update(
                "INSERT INTO usage_event (tenant_id, account_id, key, metric, user_id, quantity, occurred_at, day,"
                        + " source, event_id) SELECT ?, * FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[],"
                        + " ?::text[], ?::text[]::numeric[], ?::text[]::timestamptz[], ?::text[]::date[], ?::text[],"
                        + " ?::text[])",
                tenants.current(),
                Columns.of(events, event -> event.fact().accountId()),
                Columns.of(events, event -> event.fact().key()),
                Columns.of(events, event -> event.fact().metric()),
                Columns.of(events, event -> event.fact().userId()),
                Columns.of(events, event -> event.fact().quantity()),
                Columns.of(events, event -> event.fact().occurredAt()),
                Columns.of(events, event -> event.day().day()),
                Columns.of(events, event -> event.fact().source()),
                Columns.of(events, event -> event.fact().id()));
        sql.update(
                "INSERT INTO usage_user_day SELECT DISTINCT ?, account_id, metric, day, user_id"
                        + " FROM unnest(?::text[]::uuid[], ?::text[], ?::text[]::date[], ?::text[])"
                        + " AS u (account_id, metric, day, user_id) ON CONFLICT DO NOTHING",
                tenants.current(),
                Columns.of(events, event -> event.fact().accountId()),
                Columns.of(events, event -> event.fact().metric()),
                Columns.of(events, event -> event.day().day()),
                Columns.of(events, event -> event.fact().userId()));
    }

    void add(SortedMap<Day, DayTotal> totals) {
        var days = totals.keySet();
        var sums = totals.values();
        sql.update(
                "INSERT INTO usage_day AS known SELECT ?, * FROM unnest(?::text[]::uuid[], ?::text[], ?::text[]::date[],"
                        + " ?::text[]::numeric[], ?::text[]::bigint[], ?::text[]::numeric[], ?::text[]::numeric[],"
                        + " ?::text[]::timestamptz[], ?::text[]::uuid[])"
                        + " ON CONFLICT (tenant_id, account_id, metric, day) DO UPDATE SET"
                        + " quantity = known.quantity + excluded.quantity, events = known.events + excluded.events,"
                        + " largest = greatest(known.largest, excluded.largest),"
                        + " (last_quantity, last_at, last_key) = (SELECT newest.* FROM (VALUES"
                        + " (known.last_quantity, known.last_at, known.last_key),"
                        + " (excluded.last_quantity, excluded.last_at, excluded.last_key)) AS newest (quantity, at, key)"
                        + " ORDER BY at DESC, key DESC LIMIT 1)",
                tenants.current(),
                Columns.of(days, day -> day.meter().accountId()),
                Columns.of(days, day -> day.meter().metric()),
                Columns.of(days, Day::day),
                Columns.of(sums, DayTotal::quantity),
                Columns.of(sums, DayTotal::events),
                Columns.of(sums, DayTotal::largest),
                Columns.of(sums, DayTotal::last),
                Columns.of(sums, DayTotal::lastAt),
                Columns.of(sums, DayTotal::lastKey));
    }

    private record Billed(Meter meter, LocalDate to) {}

    /** The first unbilled day of each meter of the accounts that has been billed. */
    Map<Meter, LocalDate> billedTo(Collection<UUID> accounts) {
        var billed = new HashMap<Meter, LocalDate>();
        sql.query(
                        "SELECT account_id, metric, billed_to FROM usage_billed"
                                + " WHERE account_id = ANY (?::text[]::uuid[])",
                        row -> new Billed(
                                new Meter(row.getObject(1, UUID.class), row.getString(2)),
                                row.getObject(3, LocalDate.class)),
                        (Object) Columns.of(accounts, id -> id))
                .forEach(found -> billed.put(found.meter(), found.to()));
        return billed;
    }

    /** Notes what has come too late to be on the invoice of its day. */
    void correct(SortedMap<Day, DayTotal> late) {
        if (late.isEmpty()) {
            return;
        }
        var days = late.keySet();
        sql.update(
                "INSERT INTO usage_correction SELECT ?, c.*, ?::timestamptz FROM unnest(?::text[]::uuid[],"
                        + " ?::text[]::uuid[], ?::text[], ?::text[]::date[], ?::text[]::numeric[], ?::text[]::bigint[])"
                        + " AS c",
                tenants.current(),
                clock.now().toString(),
                Columns.of(days, day -> UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                Columns.of(days, day -> day.meter().accountId()),
                Columns.of(days, day -> day.meter().metric()),
                Columns.of(days, Day::day),
                Columns.of(late.values(), DayTotal::quantity),
                Columns.of(late.values(), DayTotal::events));
    }
}
