package dev.rivulet.success.renewal;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.renewal.domain.Outcome;
import dev.rivulet.success.revenue.Revenue;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The renewals to come and those that came out, many at once, in the current transaction. */
@Singleton
class RenewalTable {

    private static final String SELECT = "SELECT " + Renewal.COLUMNS + " FROM renewal WHERE tenant_id = ?";

    /** Everywhere in one order, so that no two transactions wait for each other both ways. */
    private static final String LOCKED = " ORDER BY account_id, subscription_id, due_on FOR UPDATE";

    private final Sql sql;
    private final Tenants tenants;

    RenewalTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Those to come of the subscriptions, locked. */
    List<Renewal> toCome(Collection<UUID> subscriptions) {
        return sql.query(
                SELECT + " AND outcome IS NULL AND subscription_id = ANY (?::uuid[])" + LOCKED,
                Renewal::read,
                tenants.current(),
                ids(subscriptions));
    }

    /** What is to come of the subscriptions is this from now on, unless it has come out already. */
    void replace(Collection<UUID> subscriptions, List<Renewal> renewals) {
        sql.update(
                "DELETE FROM renewal WHERE tenant_id = ? AND outcome IS NULL AND subscription_id = ANY (?::uuid[])",
                tenants.current(),
                ids(subscriptions));
        add(renewals);
    }

    void add(List<Renewal> renewals) {
        if (renewals.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO renewal (tenant_id, subscription_id, account_id, due_on, plan_name, start_on, ends, anchor_first,"
                        + " anchor_day, minor, currency, seen_on, risk, look_on) SELECT ?, * FROM unnest(?::uuid[],"
                        + " ?::uuid[], ?::date[], ?::text[], ?::date[], ?::text[]::boolean[], ?::date[], ?::text[]::int[],"
                        + " ?::text[]::bigint[], ?::text[], ?::date[], ?::text[], ?::date[]) ON CONFLICT DO NOTHING",
                tenants.current(),
                texts(renewals, Renewal::subscriptionId),
                texts(renewals, Renewal::accountId),
                texts(renewals, Renewal::dueOn),
                texts(renewals, Renewal::planName),
                texts(renewals, Renewal::start),
                texts(renewals, Renewal::ends),
                texts(
                        renewals,
                        renewal ->
                                renewal.years() == null ? null : renewal.years().first()),
                texts(
                        renewals,
                        renewal ->
                                renewal.years() == null ? null : renewal.years().day()),
                texts(renewals, renewal -> renewal.mrr().minor()),
                texts(renewals, renewal -> renewal.mrr().currency()),
                texts(renewals, Renewal::seenOn),
                texts(renewals, Renewal::risk),
                texts(renewals, Renewal::lookOn));
    }

    /** Some of those to come, in an order. */
    List<Renewal> page(
            RenewalFilter filter, RenewalOrder order, @Nullable List<UUID> only, @Nullable Cursor place, int limit) {
        var values = new ArrayList<Object>(List.of(tenants.current()));
        var query = new StringBuilder(SELECT + " AND outcome IS NULL").append(filter.conditions(values));
        if (only != null) {
            query.append(" AND account_id = ANY (?::uuid[])");
            values.add(ids(only));
        }
        if (place != null) {
            query.append(order.after(place, values));
        }
        values.add(limit);
        return sql.query(query.append(order.orderBy()).append(" LIMIT ?").toString(), Renewal::read, values.toArray());
    }

    /** Those to come of an account, the earliest first. */
    List<Renewal> toComeOf(UUID account) {
        return sql.query(
                SELECT + " AND outcome IS NULL AND account_id = ? ORDER BY due_on, subscription_id",
                Renewal::read,
                tenants.current(),
                account);
    }

    /** The earliest to come of each of the accounts that has any. */
    List<Renewal> nextOf(Collection<UUID> accounts) {
        return sql.query(
                "SELECT DISTINCT ON (account_id) " + Renewal.COLUMNS + " FROM renewal WHERE tenant_id = ?"
                        + " AND outcome IS NULL AND account_id = ANY (?::uuid[])"
                        + " ORDER BY account_id, due_on, subscription_id",
                Renewal::read,
                tenants.current(),
                ids(accounts));
    }

    /** Those to come of subscriptions that run on, after a day, locked. */
    List<Renewal> runningOnAfter(LocalDate day) {
        return sql.query(
                SELECT + " AND outcome IS NULL AND NOT ends AND due_on > ?" + LOCKED,
                Renewal::read,
                tenants.current(),
                day);
    }

    /** Up to so many accounts behind one that may have something to do on a day or before. */
    List<UUID> accountsToLookAt(LocalDate day, UUID after, int limit) {
        return sql.query(
                "SELECT DISTINCT account_id FROM renewal WHERE tenant_id = ? AND look_on <= ? AND account_id > ?"
                        + " ORDER BY account_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                day,
                after,
                limit);
    }

    /** Those of the accounts that may have something to do on a day or before, locked. */
    List<Renewal> toLookAt(Collection<UUID> accounts, LocalDate day) {
        return sql.query(
                SELECT + " AND account_id = ANY (?::uuid[]) AND look_on <= ?" + LOCKED,
                Renewal::read,
                tenants.current(),
                ids(accounts),
                day);
    }

    /** Keeps what was seen of those to come, and when they are looked at again. */
    void keepSeen(List<Renewal> renewals) {
        sql.update(
                "UPDATE renewal r SET seen_on = told.seen, risk = told.risk, look_on = told.look FROM unnest(?::uuid[],"
                        + " ?::date[], ?::date[], ?::text[], ?::date[]) AS told (subscription, due, seen, risk, look)"
                        + " WHERE r.tenant_id = ? AND r.subscription_id = told.subscription AND r.due_on = told.due",
                texts(renewals, Renewal::subscriptionId),
                texts(renewals, Renewal::dueOn),
                texts(renewals, Renewal::seenOn),
                texts(renewals, Renewal::risk),
                texts(renewals, Renewal::lookOn),
                tenants.current());
    }

    /** A renewal that has come out, and what its subscription was worth a month before and after. */
    record CameOut(Renewal renewal, Revenue.Change change) {

        Outcome outcome() {
            return Outcome.of(change.before(), change.after());
        }
    }

    /** Returns those of which it is news. */
    List<CameOut> keepOutcomes(List<CameOut> outcomes) {
        record Due(UUID subscription, LocalDate on) {}
        record Kept(Due due, boolean isNews) {}
        var kept = sql.query(
                "UPDATE renewal r SET outcome = told.outcome, minor_before = told.before, minor_after = told.after,"
                        + " look_on = NULL FROM unnest(?::uuid[], ?::date[], ?::text[], ?::text[]::bigint[],"
                        + " ?::text[]::bigint[]) AS told (subscription, due, outcome, before, after)"
                        + " WHERE r.tenant_id = ? AND r.subscription_id = told.subscription AND r.due_on = told.due"
                        + " RETURNING r.subscription_id, r.due_on, (old.outcome, old.minor_before, old.minor_after)"
                        + " IS DISTINCT FROM (new.outcome, new.minor_before, new.minor_after)",
                row -> new Kept(
                        new Due(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)), row.getBoolean(3)),
                texts(outcomes, out -> out.renewal().subscriptionId()),
                texts(outcomes, out -> out.renewal().dueOn()),
                texts(outcomes, CameOut::outcome),
                texts(outcomes, out -> out.change().before()),
                texts(outcomes, out -> out.change().after()),
                tenants.current());
        var news = kept.stream().filter(Kept::isNews).map(Kept::due).collect(Collectors.toSet());
        return outcomes.stream()
                .filter(out -> news.contains(
                        new Due(out.renewal().subscriptionId(), out.renewal().dueOn())))
                .toList();
    }

    /**
     * What the accounts' renewals up to a day came out as is looked at again. Also those that seem to be to come still:
     * they may be coming out at this moment by what was known before.
     */
    void lookAgain(Collection<UUID> accounts, LocalDate day) {
        sql.update(
                "WITH again AS MATERIALIZED (SELECT subscription_id, due_on FROM renewal WHERE tenant_id = ?"
                        + " AND account_id = ANY (?::uuid[]) AND due_on <= ?" + LOCKED
                        + ") UPDATE renewal r SET look_on = r.due_on FROM again WHERE r.tenant_id = ?"
                        + " AND r.subscription_id = again.subscription_id AND r.due_on = again.due_on",
                tenants.current(),
                ids(accounts),
                day,
                tenants.current());
    }

    private static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        var texts = new ArrayList<@Nullable String>(rows.size());
        for (var row : rows) {
            var value = column.apply(row);
            texts.add(value == null ? null : value.toString());
        }
        return texts.toArray(String[]::new);
    }
}
