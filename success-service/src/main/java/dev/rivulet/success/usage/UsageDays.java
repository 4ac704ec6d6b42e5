package dev.rivulet.success.usage;

import dev.rivulet.kit.tenancy.Tenants;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;

/** The daily rollups; in SQL throughout, because whole batches are added and whole ranges read. */
@Singleton
class UsageDays {

    private final AgroalDataSource database;
    private final Tenants tenants;

    UsageDays(AgroalDataSource database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    void add(SortedMap<UsageDay, UsageSum> sums) {
        var rows = List.copyOf(sums.entrySet());
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("INSERT INTO usage_day AS known"
                        + " (tenant_id, account_id, day, metric, user_id, quantity, events)"
                        + " SELECT ?, * FROM unnest(?::uuid[], ?::date[], ?::text[], ?::text[], ?::numeric[],"
                        + " ?::bigint[])"
                        + " ON CONFLICT (tenant_id, account_id, day, metric, user_id) DO UPDATE"
                        + " SET quantity = known.quantity + excluded.quantity,"
                        + " events = known.events + excluded.events")) {
            upsert.setString(1, tenants.current());
            upsert.setArray(
                    2,
                    connection.createArrayOf("uuid", each(rows, r -> r.getKey().accountId())));
            upsert.setArray(
                    3,
                    connection.createArrayOf("date", each(rows, r -> r.getKey().day())));
            upsert.setArray(
                    4,
                    connection.createArrayOf("text", each(rows, r -> r.getKey().metric())));
            upsert.setArray(
                    5,
                    connection.createArrayOf("text", each(rows, r -> r.getKey().userId())));
            upsert.setArray(
                    6,
                    connection.createArrayOf(
                            "numeric", each(rows, r -> r.getValue().quantity())));
            upsert.setArray(
                    7,
                    connection.createArrayOf(
                            "bigint", each(rows, r -> r.getValue().events())));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add usage up", e);
        }
    }

    private static Object[] each(
            List<Map.Entry<UsageDay, UsageSum>> rows, Function<Map.Entry<UsageDay, UsageSum>, Object> column) {
        return rows.stream().map(column).toArray();
    }

    /** Distinct users of each account that has any, on the days from first to last, both included. */
    Map<UUID, Integer> activeUsers(Collection<UUID> accounts, LocalDate first, LocalDate last) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT account_id, count(DISTINCT user_id) FROM usage_day"
                        + " WHERE account_id = ANY (?::uuid[]) AND day BETWEEN ? AND ? GROUP BY account_id")) {
            select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            select.setObject(2, first);
            select.setObject(3, last);
            var active = new HashMap<UUID, Integer>();
            for (var row = select.executeQuery(); row.next(); ) {
                active.put(row.getObject(1, UUID.class), row.getInt(2));
            }
            return active;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count the active users", e);
        }
    }

    List<ConsumptionView.Day> consumption(UUID account, LocalDate first, LocalDate last) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT day, metric, sum(quantity), sum(events),"
                        + " count(*) FROM usage_day WHERE account_id = ? AND day BETWEEN ? AND ?"
                        + " GROUP BY day, metric ORDER BY day, metric")) {
            select.setObject(1, account);
            select.setObject(2, first);
            select.setObject(3, last);
            var found = new ArrayList<ConsumptionView.Day>();
            for (var row = select.executeQuery(); row.next(); ) {
                found.add(new ConsumptionView.Day(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getBigDecimal(3).stripTrailingZeros().toPlainString(),
                        row.getLong(4),
                        row.getInt(5)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the consumption", e);
        }
    }
}
