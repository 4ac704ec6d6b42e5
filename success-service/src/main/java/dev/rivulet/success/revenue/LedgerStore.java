package dev.rivulet.success.revenue;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.revenue.AccountLedger.Concern;
import dev.rivulet.success.revenue.domain.AccountRevenue;
import dev.rivulet.success.revenue.domain.Movement;
import dev.rivulet.success.revenue.domain.MovementKind;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The copied ledger, batch by batch, in the current transaction. */
@Singleton
class LedgerStore {

    private final Sql sql;
    private final Tenants tenants;

    LedgerStore(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Two writers of one account's sums wait for each other; the order keeps them from doing so both ways. */
    void lock(Collection<UUID> accounts) {
        var ids = texts(accounts, UUID::toString);
        sql.update(
                "INSERT INTO revenue_account (tenant_id, account_id) SELECT ?, id FROM unnest(?::uuid[]) id ORDER BY id"
                        + " ON CONFLICT DO NOTHING",
                tenants.current(),
                ids);
        sql.query(
                "SELECT 1 FROM revenue_account WHERE tenant_id = ? AND account_id = ANY (?::uuid[])"
                        + " ORDER BY account_id FOR UPDATE",
                row -> row.getInt(1),
                tenants.current(),
                ids);
    }

    /** The ids of those that were not known yet. */
    Set<UUID> insert(List<MrrMoved> moved) {
        return new HashSet<>(sql.query(
                "INSERT INTO revenue_movement (tenant_id, id, account_id, subscription_id, currency, moved_on, kind,"
                        + " minor, recorded_at, late, plan_id, product_id, segment_id, partner_id) SELECT ?, * FROM"
                        + " unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::text[], ?::bigint[],"
                        + " ?::timestamptz[], ?::boolean[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])"
                        + " ON CONFLICT DO NOTHING RETURNING id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                texts(moved, MrrMoved::id),
                texts(moved, MrrMoved::accountId),
                texts(moved, MrrMoved::subscriptionId),
                texts(moved, movement -> movement.amount().currency().getCurrencyCode()),
                texts(moved, MrrMoved::date),
                texts(moved, MrrMoved::kind),
                moved.stream().map(movement -> movement.amount().minor()).toArray(Long[]::new),
                texts(moved, movement -> movement.movement().recordedAt()),
                texts(moved, movement -> movement.movement().isLate()),
                texts(moved, MrrMoved::planId),
                texts(moved, MrrMoved::productId),
                texts(moved, MrrMoved::segmentId),
                texts(moved, MrrMoved::partnerId)));
    }

    /** Everything known of these accounts. */
    List<AccountLedger> of(Collection<UUID> accounts) {
        record Key(UUID account, String currency) {}
        var ledgers = new LinkedHashMap<Key, AccountLedger>();
        sql.query(
                "SELECT account_id, currency, id, moved_on, kind, minor, recorded_at, plan_id, product_id, segment_id,"
                        + " partner_id FROM revenue_movement WHERE tenant_id = ? AND account_id = ANY (?::uuid[])",
                row -> {
                    var account = row.getObject(1, UUID.class);
                    var currency = row.getString(2);
                    var ledger = ledgers.computeIfAbsent(
                            new Key(account, currency), key -> new AccountLedger(account, currency, new TreeMap<>()));
                    return ledger.movements().put(movement(row), concern(row));
                },
                tenants.current(),
                texts(accounts, UUID::toString));
        return List.copyOf(ledgers.values());
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                MovementKind.valueOf(row.getString(5)),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private static Concern concern(ResultSet row) throws SQLException {
        return new Concern(
                row.getObject(8, UUID.class),
                row.getObject(9, UUID.class),
                row.getObject(10, UUID.class),
                row.getObject(11, UUID.class));
    }

    void keepStarts(List<AccountLedger> ledgers) {
        var starts = ledgers.stream()
                .map(ledger -> AccountRevenue.start(ledger.movements().keySet()))
                .toList();
        sql.update(
                "INSERT INTO revenue_start (tenant_id, account_id, currency, start_month, base) SELECT ?, * FROM"
                        + " unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[]) ON CONFLICT (tenant_id, account_id,"
                        + " currency) DO UPDATE SET start_month = excluded.start_month, base = excluded.base",
                tenants.current(),
                texts(ledgers, AccountLedger::accountId),
                texts(ledgers, AccountLedger::currency),
                starts.stream()
                        .map(start -> start.month().getLong(ChronoField.PROLEPTIC_MONTH))
                        .toArray(Long[]::new),
                starts.stream().map(AccountRevenue.Start::base).toArray(Long[]::new));
    }

    /** What accounts can be told apart by that is not in their movements. */
    Map<UUID, Map<String, String>> attributes(Collection<UUID> accounts) {
        var found = new HashMap<UUID, Map<String, String>>();
        sql.query(
                "SELECT account_id, attribute, value FROM revenue_attribute WHERE tenant_id = ?"
                        + " AND account_id = ANY (?::uuid[]) ORDER BY 1, 2",
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), none -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getString(3)),
                tenants.current(),
                texts(accounts, UUID::toString));
        return found;
    }

    /** These, and no others, of each of the accounts. */
    void keepAttributes(Map<UUID, Map<String, String>> values) {
        record Value(UUID account, String attribute, String value) {}
        var rows = new ArrayList<Value>();
        values.forEach(
                (account, its) -> its.forEach((attribute, value) -> rows.add(new Value(account, attribute, value))));
        sql.update(
                "DELETE FROM revenue_attribute WHERE tenant_id = ? AND account_id = ANY (?::uuid[])",
                tenants.current(),
                texts(values.keySet(), UUID::toString));
        sql.update(
                "INSERT INTO revenue_attribute (tenant_id, account_id, attribute, value) SELECT ?, * FROM"
                        + " unnest(?::uuid[], ?::text[], ?::text[])",
                tenants.current(),
                texts(rows, Value::account),
                texts(rows, Value::attribute),
                texts(rows, Value::value));
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        var texts = new ArrayList<@Nullable String>(rows.size());
        rows.forEach(row -> texts.add(Objects.toString(column.apply(row), null)));
        return texts.toArray(String[]::new);
    }
}
