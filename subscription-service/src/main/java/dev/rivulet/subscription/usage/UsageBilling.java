package dev.rivulet.subscription.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Between usage and its invoices: every event is either in what was taken for the invoice of its day, or a correction
 * after it. Locks the accounts' usage until the transaction ends, so accounts are best handed over all at once.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class UsageBilling {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final UsageAccounts accounts;
    private final UsageReading reading;

    UsageBilling(Sql sql, Tenants tenants, TenantClock clock, UsageAccounts accounts, UsageReading reading) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.accounts = accounts;
        this.reading = reading;
    }

    /** Reads what is to be billed now and marks it as billed: what comes later for those days is a correction. */
    public List<Reading> take(List<Question> questions) {
        accounts.hold(questions.stream().map(Question::accountId).toList());
        var readings = reading.read(questions);
        mark(questions);
        return readings;
    }

    /** All days before this one are billed, by whatever means: the charged-through date of an imported subscription. */
    public void billedThrough(UUID accountId, String metric, LocalDate toExclusive) {
        accounts.hold(List.of(accountId));
        mark(accountId, metric, toExclusive);
    }

    private void mark(UUID accountId, String metric, LocalDate to) {
        mark(new String[] {accountId.toString()}, new String[] {metric}, new String[] {to.toString()});
    }

    private void mark(List<Question> questions) {
        mark(
                Columns.of(questions, Question::accountId),
                Columns.of(questions, Question::metric),
                Columns.of(questions, Question::toExclusive));
    }

    private void mark(String[] ids, String[] metrics, String[] days) {
        sql.update(
                "INSERT INTO usage_billed AS known (tenant_id, account_id, metric, billed_to)"
                        + " SELECT ?, id, metric, max(billed_to)"
                        + " FROM unnest(?::text[]::uuid[], ?::text[], ?::text[]::date[]) AS b (id, metric, billed_to)"
                        + " GROUP BY id, metric ON CONFLICT (tenant_id, account_id, metric)"
                        + " DO UPDATE SET billed_to = excluded.billed_to WHERE known.billed_to < excluded.billed_to",
                tenants.current(),
                ids,
                metrics,
                days);
    }

    /** Accounts that have corrections nobody has claimed, in a fixed order from after the given one on. */
    public List<UUID> accountsToCorrect(UUID after, int limit) {
        return sql.query(
                "SELECT DISTINCT account_id FROM usage_correction WHERE claimed_at IS NULL AND account_id > ?"
                        + " ORDER BY account_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                after,
                limit);
    }

    /** Whether any account has corrections that nobody has claimed: a look at an index that is empty as a rule. */
    public boolean hasCorrections() {
        return sql.query(
                        "SELECT EXISTS (SELECT FROM usage_correction WHERE tenant_id = ? AND claimed_at IS NULL)",
                        row -> row.getBoolean(1),
                        tenants.current())
                .getFirst();
    }

    /** Those of the accounts that have corrections nobody has claimed. */
    public List<UUID> accountsToCorrect(Collection<UUID> ids) {
        return sql.query(
                "SELECT DISTINCT account_id FROM usage_correction WHERE claimed_at IS NULL"
                        + " AND account_id = ANY (?::text[]::uuid[]) ORDER BY account_id",
                row -> row.getObject(1, UUID.class),
                (Object) Columns.of(ids, id -> id));
    }

    /** The corrections waiting, as {@link #claimCorrections} gives them out; no more come before the transaction ends. */
    public List<Correction> corrections(Collection<UUID> ids) {
        accounts.hold(ids);
        return sql.query(
                "SELECT account_id, metric, day, sum(quantity), sum(events), (array_agg(id ORDER BY id DESC))[1]"
                        + " FROM usage_correction WHERE account_id = ANY (?::text[]::uuid[]) AND claimed_at IS NULL"
                        + " GROUP BY account_id, metric, day ORDER BY account_id, metric, day",
                UsageBilling::correction,
                (Object) Columns.of(ids, id -> id));
    }

    public List<Correction> claimCorrections(UUID accountId) {
        return claimCorrections(List.of(accountId));
    }

    /**
     * The corrections waiting, added up by account, metric and day; they are the caller's once its transaction commits.
     * What is read after this in the transaction has all of them in it.
     */
    public List<Correction> claimCorrections(Collection<UUID> ids) {
        accounts.hold(ids);
        return sql.query(
                "WITH claimed AS (UPDATE usage_correction SET claimed_at = ?::timestamptz"
                        + " WHERE account_id = ANY (?::text[]::uuid[]) AND claimed_at IS NULL"
                        + " RETURNING account_id, metric, day, quantity, events, id)"
                        + " SELECT account_id, metric, day, sum(quantity), sum(events),"
                        + " (array_agg(id ORDER BY id DESC))[1] FROM claimed"
                        + " GROUP BY account_id, metric, day ORDER BY account_id, metric, day",
                UsageBilling::correction,
                clock.now().toString(),
                Columns.of(ids, id -> id));
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getBigDecimal(4).stripTrailingZeros(),
                row.getLong(5),
                row.getObject(6, UUID.class));
    }
}
