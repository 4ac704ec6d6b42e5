package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.usage.domain.LicenceUse;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who holds seats and who uses them, for many accounts with a statement each. */
@Singleton
class LicenceReading {

    /** More names than this are no reading for people. */
    static final int MOST_NAMED = 1_000;

    /** The last day in a month's bits. */
    private static final String LAST_DAY = "max(u.month + 32 - position('1' IN u.days::bit(32)::text))";

    private final Sql sql;
    private final UsageActivity activity;

    LicenceReading(Sql sql, UsageActivity activity) {
        this.sql = sql;
        this.activity = activity;
    }

    /**
     * The users of an account on a day.
     *
     * @param assigned who hold a seat
     * @param active of these, who used something in the window
     * @param unassigned who used something without a seat
     */
    record Users(int assigned, int active, int unassigned, boolean reported) {

        static final Users NONE = new Users(0, 0, 0, false);
    }

    private record Count(UUID account, int first, int second) {

        static Count of(ResultSet row) throws SQLException {
            return new Count(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3));
        }
    }

    /** Of those accounts that have any; the day may be over. What was reported later says nothing of it. */
    Map<UUID, Users> users(Collection<UUID> accounts, LocalDate today) {
        var assigned = new HashMap<UUID, Integer>();
        sql.query(
                        "SELECT account_id, count(*) FILTER (WHERE released_on IS NULL OR released_on > ?), 0"
                                + " FROM licence_assignment WHERE account_id = ANY (?::text[]::uuid[])"
                                + " AND assigned_on <= ? GROUP BY 1",
                        Count::of,
                        today,
                        Columns.of(accounts, id -> id),
                        today)
                .forEach(count -> assigned.put(count.account(), count.first()));
        var silent = accounts.stream().filter(id -> !assigned.containsKey(id)).toList();
        var users = new HashMap<UUID, Users>();
        if (!silent.isEmpty()) {
            var active = activity.users(silent, LicenceUse.windowStart(today), today);
            activity.users(silent, today.minusDays(LicenceUse.ASSUMED - 1), today)
                    .forEach((account, assumed) ->
                            users.put(account, new Users(assumed, active.getOrDefault(account, 0), 0, false)));
        }
        if (!assigned.isEmpty()) {
            assigned.forEach((account, seats) -> users.put(account, new Users(seats, 0, 0, true)));
            activity.holders(assigned.keySet(), LicenceUse.windowStart(today), today)
                    .forEach((account, found) -> users.put(
                            account,
                            new Users(
                                    assigned.getOrDefault(account, 0),
                                    found.holding(),
                                    found.all() - found.holding(),
                                    true)));
        }
        return users;
    }

    /** Who holds a seat and did not use anything in the window; who never did first, then the longest silent. */
    List<LicenceView.IdleSeat> idle(UUID account, LocalDate today, boolean reported) {
        var used = "SELECT " + LAST_DAY + " FROM usage_user_month u WHERE u.account_id = ? AND u.month <= ?";
        var end = " ORDER BY last NULLS FIRST, user_id LIMIT " + MOST_NAMED;
        return reported
                ? sql.query(
                        "SELECT * FROM (SELECT a.user_id, a.assigned_on, (" + used
                                + " AND u.user_id = a.user_id) AS last"
                                + " FROM licence_assignment a WHERE a.account_id = ? AND a.released_on IS NULL) i"
                                + " WHERE last IS NULL OR last < ?" + end,
                        LicenceReading::idleSeat,
                        account,
                        today,
                        account,
                        LicenceUse.windowStart(today))
                : sql.query(
                        "SELECT user_id, NULL::date AS assigned_on, last FROM (SELECT u.user_id, " + LAST_DAY
                                + " AS last FROM usage_user_month u WHERE u.account_id = ? AND u.month <= ?"
                                + " AND u.month >= date_trunc('month', ?::date) GROUP BY u.user_id) i"
                                + " WHERE last >= ?::date AND last < ?" + end,
                        LicenceReading::idleSeat,
                        account,
                        today,
                        today.minusDays(LicenceUse.ASSUMED - 1),
                        today.minusDays(LicenceUse.ASSUMED - 1),
                        LicenceUse.windowStart(today));
    }

    private static LicenceView.IdleSeat idleSeat(ResultSet row) throws SQLException {
        return new LicenceView.IdleSeat(
                row.getString("user_id"),
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("last", LocalDate.class));
    }
}
