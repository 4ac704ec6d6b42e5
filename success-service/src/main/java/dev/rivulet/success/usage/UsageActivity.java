package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.usage.domain.LicenceUse;
import dev.rivulet.success.usage.domain.Trend;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who was active when, read from the monthly bits, for many accounts with one statement. */
@Singleton
class UsageActivity {

    private static final String ACCOUNTS = " WHERE u.account_id = ANY (?::text[]::uuid[])";
    private static final String WINDOWS = " FROM usage_user_month u JOIN unnest(?::text[]::date[], ?::text[]::int[],"
            + " ?::text[]::int[]) AS w (month, number, bits) ON w.month = u.month" + ACCOUNTS
            + " AND u.month BETWEEN ?::date AND ?::date AND u.days & w.bits <> 0";

    private final Sql sql;

    UsageActivity(Sql sql) {
        this.sql = sql;
    }

    private record Figure(UUID account, int number, int count) {}

    /** Distinct users of each account that has any, on the days from first to last, both included. */
    Map<UUID, Integer> users(Collection<UUID> accounts, LocalDate first, LocalDate last) {
        var users = new HashMap<UUID, Integer>();
        numbers(
                        "SELECT u.account_id, 0, count(DISTINCT u.user_id)" + WINDOWS + " GROUP BY 1",
                        accounts,
                        Window.of(0, first, last))
                .forEach(found -> users.put(found.account(), found.count()));
        return users;
    }

    /** Active users, and how many of them hold a seat. */
    record Holders(int all, int holding) {}

    /** The same, with how many of the users held a seat on the last of the days. */
    Map<UUID, Holders> holders(Collection<UUID> accounts, LocalDate first, LocalDate last) {
        var holders = new HashMap<UUID, Holders>();
        numbers(
                        "SELECT active.account_id, count(a.user_id), count(*) FROM (SELECT DISTINCT u.account_id,"
                                + " u.user_id" + WINDOWS + ") active LEFT JOIN licence_assignment a ON a.account_id ="
                                + " active.account_id AND a.user_id = active.user_id AND a.assigned_on <= '" + last
                                + "' AND (a.released_on IS NULL OR a.released_on > '" + last + "') GROUP BY 1",
                        accounts,
                        Window.of(0, first, last))
                .forEach(found -> holders.put(found.account(), new Holders(found.count(), found.number())));
        return holders;
    }

    /** User-days of each of the eight weeks to today, oldest first. */
    Map<UUID, int[]> weeks(Collection<UUID> accounts, LocalDate today) {
        var windows = new ArrayList<Window>();
        for (var week = 0; week < 2 * Trend.WEEKS; week++) {
            var last = today.minusDays(7L * (2 * Trend.WEEKS - 1 - week));
            windows.addAll(Window.of(week, last.minusDays(6), last));
        }
        var weeks = new HashMap<UUID, int[]>();
        numbers(
                        "SELECT u.account_id, w.number, sum(bit_count((u.days & w.bits)::bit(32)))" + WINDOWS
                                + " GROUP BY 1, 2",
                        accounts,
                        windows)
                .forEach(found ->
                        weeks.computeIfAbsent(found.account(), none -> new int[2 * Trend.WEEKS])[found.number()] =
                                found.count());
        return weeks;
    }

    /** Active users of each of the 28 days to today, oldest first. */
    int[] daily(UUID account, LocalDate today) {
        var windows = new ArrayList<Window>();
        for (var day = 0; day < LicenceUse.WINDOW; day++) {
            var date = LicenceUse.windowStart(today).plusDays(day);
            windows.addAll(Window.of(day, date, date));
        }
        var daily = new int[LicenceUse.WINDOW];
        numbers("SELECT u.account_id, w.number, count(*)" + WINDOWS + " GROUP BY 1, 2", List.of(account), windows)
                .forEach(found -> daily[found.number()] = found.count());
        return daily;
    }

    private List<Figure> numbers(String query, Collection<UUID> accounts, List<Window> windows) {
        return sql.query(
                query,
                row -> new Figure(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)),
                Columns.of(windows, Window::month),
                Columns.of(windows, Window::number),
                Columns.of(windows, Window::bits),
                Columns.of(accounts, id -> id),
                windows.stream()
                        .map(Window::month)
                        .min(LocalDate::compareTo)
                        .orElseThrow()
                        .toString(),
                windows.stream()
                        .map(Window::month)
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                        .toString());
    }

    /** The first day of each account that ever used anything. */
    Map<UUID, LocalDate> since(Collection<UUID> accounts) {
        var since = new HashMap<UUID, LocalDate>();
        sql.query(
                        "SELECT u.account_id, min(month + bit_count(((days & -days) - 1)::bit(32))::int)"
                                + " FROM usage_month u" + ACCOUNTS + " GROUP BY 1",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                        (Object) Columns.of(accounts, id -> id))
                .forEach(found -> since.put(found.getKey(), found.getValue()));
        return since;
    }
}
