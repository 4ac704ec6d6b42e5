package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.derived.DerivedId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The log of days whose figures changed after they were over. What came late is a function of the usage log, however much
 * of it is read at once; a change of zone corrects what was shown, which a rollup that is made anew has never shown.
 */
@Singleton
class UsageCorrections {

    private final Sql sql;
    private final Tenants tenants;

    UsageCorrections(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** What came within one second of one metric of an account for one local day. */
    record Late(UUID accountId, LocalDate day, String metric, Instant noticedAt) implements Comparable<Late> {

        private static final Comparator<Late> ORDER = Comparator.comparing(Late::accountId)
                .thenComparing(Late::day)
                .thenComparing(Late::metric)
                .thenComparing(Late::noticedAt);

        static Late of(UUID accountId, LocalDate day, String metric, Instant receivedAt) {
            return new Late(accountId, day, metric, receivedAt.truncatedTo(ChronoUnit.SECONDS));
        }

        UUID id() {
            return DerivedId.of(noticedAt, String.join(" ", accountId.toString(), day.toString(), metric));
        }

        @Override
        public int compareTo(Late other) {
            return ORDER.compare(this, other);
        }
    }

    /** Notes what has come late. */
    void late(SortedMap<Late, UsageSum> late) {
        if (late.isEmpty()) {
            return;
        }
        var days = late.keySet();
        sql.update(
                "INSERT INTO usage_correction AS known (tenant_id, id, account_id, day, metric, noticed_at, quantity,"
                        + " events, cause) SELECT ?, c.*, 'LATE' FROM unnest(?::text[]::uuid[], ?::text[]::uuid[],"
                        + " ?::text[]::date[], ?::text[], ?::text[]::timestamptz[], ?::text[]::numeric[],"
                        + " ?::text[]::bigint[]) AS c ON CONFLICT (tenant_id, id) DO UPDATE SET"
                        + " quantity = known.quantity + excluded.quantity, events = known.events + excluded.events",
                tenants.current(),
                Columns.of(days, Late::id),
                Columns.of(days, Late::accountId),
                Columns.of(days, Late::day),
                Columns.of(days, Late::metric),
                Columns.of(days, Late::noticedAt),
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
