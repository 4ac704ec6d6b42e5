package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.usage.domain.Interval;
import dev.rivulet.success.usage.domain.UsageRetention;
import dev.rivulet.success.usage.domain.UsageRetention.Pattern;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes back to use the product again. */
@Singleton
class Retention {

    /** Where a day ends last on earth: what is over there is over for every customer. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private final Sql sql;
    private final Customers customers;
    private final TenantClock clock;

    Retention(Sql sql, Customers customers, TenantClock clock) {
        this.sql = sql;
        this.customers = customers;
        this.clock = clock;
    }

    @Transactional
    RetentionView of(Interval interval, int periods, @Nullable LocalDate to, boolean byUser, @Nullable UUID account) {
        if (periods < 2 || periods > interval.most()) {
            throw Rejected.invalid("periods-invalid", "?periods", interval.most());
        }
        if (account != null) {
            customers.get(account);
        }
        var over = clock.today(LAST).minusDays(1);
        var last = interval.lastEnded(to == null || to.isAfter(over) ? over : to);
        var first = interval.plus(last, 1 - periods);
        var starts = new ArrayList<LocalDate>();
        for (var period = 0; period < periods; period++) {
            starts.add(interval.plus(first, period));
        }
        var end = interval.plus(last, 1).minusDays(1);
        var retention = UsageRetention.of(patterns(interval, starts, end, byUser, account), periods);
        return RetentionView.of(interval, byUser, account, starts, end, retention);
    }

    private List<Pattern> patterns(
            Interval interval, List<LocalDate> starts, LocalDate end, boolean byUser, @Nullable UUID account) {
        var windows = new ArrayList<Window>();
        if (interval == Interval.DAY) {
            // Days are bits already: a month is shifted to its place instead of taken apart.
            for (var window : Window.of(0, starts.getFirst(), end)) {
                var shift = ChronoUnit.DAYS.between(starts.getFirst(), window.month());
                windows.add(new Window(window.month(), (int) shift, window.bits()));
            }
        } else {
            for (var period = 0; period < starts.size(); period++) {
                var last = interval.plus(starts.get(period), 1).minusDays(1);
                windows.addAll(Window.of(period, starts.get(period), last));
            }
        }
        var bits = interval == Interval.DAY
                ? "CASE WHEN w.number < 0 THEN (u.days & w.bits)::bigint >> -w.number"
                        + " ELSE (u.days & w.bits)::bigint << w.number END"
                : "1::bigint << w.number";
        var whose = byUser ? "u.account_id, u.user_id" : "u.account_id";
        return sql.query(
                "SELECT pattern, count(*) FROM (SELECT bit_or(" + bits + ") AS pattern FROM "
                        + (byUser ? "usage_user_month" : "usage_month")
                        + " u JOIN unnest(?::text[]::date[], ?::text[]::int[], ?::text[]::int[])"
                        + " AS w (month, number, bits) ON w.month = u.month WHERE u.days & w.bits <> 0"
                        + " AND u.month BETWEEN ?::date AND ?::date"
                        + (account == null ? " AND ?::uuid IS NULL" : " AND u.account_id = ?") + " GROUP BY " + whose
                        + ") p GROUP BY pattern",
                row -> new Pattern(row.getLong(1), row.getLong(2)),
                Columns.of(windows, Window::month),
                Columns.of(windows, Window::number),
                Columns.of(windows, Window::bits),
                windows.getFirst().month().toString(),
                windows.getLast().month().toString(),
                account);
    }
}
