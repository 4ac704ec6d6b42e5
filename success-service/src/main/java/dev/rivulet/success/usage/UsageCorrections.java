package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The log of days whose figures changed after they were over. */
@Singleton
class UsageCorrections {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    UsageCorrections(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** One metric of an account on one local day. */
    record Day(UUID accountId, LocalDate day, String metric) implements Comparable<Day> {

        private static final Comparator<Day> ORDER =
                Comparator.comparing(Day::accountId).thenComparing(Day::day).thenComparing(Day::metric);

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    /** Notes what has come late. */
    void late(SortedMap<Day, UsageSum> late) {
        if (late.isEmpty()) {
            return;
        }
        var days = late.keySet();
        sql.update(
                "INSERT INTO usage_correction (tenant_id, id, account_id, day, metric, quantity, events, cause,"
                        + " noticed_at) SELECT ?, c.*, 'LATE', ?::timestamptz FROM unnest(?::text[]::uuid[],"
                        + " ?::text[]::uuid[], ?::text[]::date[], ?::text[], ?::text[]::numeric[], ?::text[]::bigint[])"
                        + " AS c",
                tenants.current(),
                clock.now().toString(),
                Columns.of(days, day -> UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                Columns.of(days, Day::accountId),
                Columns.of(days, Day::day),
                Columns.of(days, Day::metric),
                Columns.of(late.values(), UsageSum::quantity),
                Columns.of(late.values(), UsageSum::events));
    }

    /** In the order they were noticed. */
    List<UsageCorrectionView> page(UUID account, UUID after, int limit) {
        return sql.query(
                "SELECT * FROM usage_correction WHERE account_id = ? AND id > ? ORDER BY id LIMIT " + limit,
                UsageCorrectionView::of,
                account,
                after);
    }
}
