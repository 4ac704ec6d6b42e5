package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** What usage says of persons. */
@Singleton
public class UsageUsers {

    private final Sql sql;
    private final UsageAccounts accounts;
    private final UsageAliases aliases;
    private final UsageMarks marks;
    private final UsagePartitions partitions;

    UsageUsers(Sql sql, UsageAccounts accounts, UsageAliases aliases, UsageMarks marks, UsagePartitions partitions) {
        this.sql = sql;
        this.accounts = accounts;
        this.aliases = aliases;
        this.marks = marks;
        this.partitions = partitions;
    }

    /**
     * Replaces a user's id by a pseudonym wherever usage is kept; the figures stay as they are. Usage reported under
     * the old id later, or read from the log once more, counts under the pseudonym too. Takes the account's usage lock,
     * so customers are to be locked before.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void pseudonymise(UUID account, String userId, String pseudonym) {
        if (userId.equals(pseudonym)) {
            return;
        }
        accounts.hold(new TreeSet<>(List.of(account)), partitions.today());
        aliases.add(account, userId, pseudonym);
        for (var column : List.of("usage_event.user_id", "usage_conflict.user_id", "usage_conflict.counted_user_id")) {
            var name = column.substring(column.indexOf('.') + 1);
            var its = name.startsWith("counted_") ? "counted_account_id" : "account_id";
            sql.update(
                    "UPDATE " + column.substring(0, column.indexOf('.')) + " SET " + name + " = ? WHERE " + its
                            + " = ? AND " + name + " = ?",
                    pseudonym,
                    account,
                    userId);
        }
        // The pseudonym may have usage already: then both are one.
        sql.update(
                "WITH gone AS (DELETE FROM usage_day WHERE account_id = ? AND user_id = ? RETURNING *)"
                        + " INSERT INTO usage_day AS known (tenant_id, account_id, day, metric, feature, user_id,"
                        + " quantity, events) SELECT tenant_id, account_id, day, metric, feature, ?, quantity, events"
                        + " FROM gone ON CONFLICT (tenant_id, account_id, day, metric, feature, user_id) DO UPDATE SET"
                        + " quantity = known.quantity + excluded.quantity, events = known.events + excluded.events",
                account,
                userId,
                pseudonym);
        sql.update(
                "WITH gone AS (DELETE FROM usage_user_month WHERE account_id = ? AND user_id = ? RETURNING *)"
                        + " INSERT INTO usage_user_month AS known SELECT tenant_id, account_id, month, ?, days FROM gone"
                        + " ON CONFLICT (tenant_id, account_id, month, user_id) DO UPDATE SET"
                        + " days = known.days | excluded.days",
                account,
                userId,
                pseudonym);
        sql.update(
                "UPDATE usage_month m SET users = (SELECT count(*) FROM usage_user_month u"
                        + " WHERE u.account_id = m.account_id AND u.month = m.month) WHERE account_id = ?",
                account);
        sql.update(
                "WITH gone AS (DELETE FROM licence_assignment WHERE account_id = ? AND user_id = ? RETURNING *)"
                        + " INSERT INTO licence_assignment SELECT tenant_id, account_id, ?, assigned_on, released_on"
                        + " FROM gone ON CONFLICT DO NOTHING",
                account,
                userId,
                pseudonym);
        marks.put(List.of(account));
    }
}
