package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.metrics.MrrLedger.Move;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The revenue of accounts as it stands, and what is booked of subscriptions. */
@Singleton
class MrrBooks {

    private final Sql sql;
    private final Tenants tenants;

    MrrBooks(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** An account's revenue, and how many movements it has had. */
    record Balance(long minor, long moves) {

        Balance moved() {
            return new Balance(minor, moves + 1);
        }
    }

    private record Row(UUID account, Balance balance) {}

    /** The revenue of the accounts; their rows stay locked until the transaction ends, so that movements queue. */
    Map<UUID, Balance> lock(List<Move> moves) {
        var currencies = new TreeMap<String, String>();
        moves.forEach(move -> currencies.put(
                move.accountId().toString(), move.monthly().currency().getCurrencyCode()));
        var found = new HashMap<UUID, Balance>();
        sql.query(
                        "INSERT INTO mrr_balance AS b (tenant_id, account_id, minor, currency, moves)"
                                + " SELECT ?, n.account, 0, n.currency, 0 FROM unnest(?::uuid[], ?::text[])"
                                + " WITH ORDINALITY n (account, currency, place) ORDER BY n.place"
                                // Changes nothing, but locks the row and returns it.
                                + " ON CONFLICT (tenant_id, account_id) DO UPDATE SET moves = b.moves"
                                + " RETURNING account_id, minor, moves",
                        row -> new Row(row.getObject(1, UUID.class), new Balance(row.getLong(2), row.getLong(3))),
                        tenants.current(),
                        texts(currencies.keySet()),
                        texts(currencies.values()))
                .forEach(row -> found.put(row.account(), row.balance()));
        return found;
    }

    private record Entry(UUID subscription, String cause, LocalDate effectiveOn, LocalDate movedOn, long minor) {}

    /** What is booked of the subscriptions, by subscription. */
    Map<UUID, Booked> of(List<Move> moves) {
        var books = new HashMap<UUID, Booked>();
        moves.forEach(move -> books.put(move.subscriptionId(), new Booked()));
        sql.query(
                        "SELECT m.subscription_id, m.cause, m.effective_on, m.moved_on, m.amount_minor"
                                + " FROM unnest(?::uuid[]) wanted (id) JOIN mrr_movement m"
                                + " ON m.tenant_id = ? AND m.subscription_id = wanted.id",
                        row -> new Entry(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getLong(5)),
                        texts(books.keySet().stream().map(UUID::toString).toList()),
                        tenants.current())
                .forEach(entry -> books.getOrDefault(entry.subscription(), new Booked())
                        .add(entry.cause(), entry.effectiveOn(), entry.movedOn(), entry.minor()));
        return books;
    }

    /** Enters movements and sets what the accounts have become; their rows are locked. */
    void keep(List<MrrMovement> movements, Map<UUID, Balance> balances) {
        var entries = List.copyOf(balances.entrySet());
        sql.update(
                "WITH kept AS (UPDATE mrr_balance b SET minor = n.minor, moves = n.moves"
                        + " FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) n (account, minor, moves)"
                        + " WHERE b.tenant_id = ? AND b.account_id = n.account AND b.moves <> n.moves)"
                        + " INSERT INTO mrr_movement (tenant_id, id, account_id, subscription_id, cause, effective_on, kind,"
                        + " amount_minor, currency, moved_on, recorded_at, plan_id, product_id, segment_id, partner_id,"
                        + " activity_code) SELECT ?, n.* FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[],"
                        + " ?::date[], ?::text[], ?::bigint[], ?::text[], ?::date[], ?::timestamptz[], ?::uuid[],"
                        + " ?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) n",
                texts(entries, Map.Entry::getKey),
                entries.stream().map(entry -> entry.getValue().minor()).toArray(Long[]::new),
                entries.stream().map(entry -> entry.getValue().moves()).toArray(Long[]::new),
                tenants.current(),
                tenants.current(),
                texts(movements, movement -> movement.id),
                texts(movements, movement -> movement.accountId),
                texts(movements, movement -> movement.subscriptionId),
                texts(movements, movement -> movement.cause),
                texts(movements, movement -> movement.effectiveOn),
                texts(movements, movement -> movement.kind),
                movements.stream().map(movement -> movement.amount.minor()).toArray(Long[]::new),
                texts(movements, movement -> movement.amount.currency()),
                texts(movements, movement -> movement.movedOn),
                texts(movements, movement -> movement.recordedAt),
                texts(movements, movement -> movement.planId),
                texts(movements, movement -> movement.productId),
                texts(movements, movement -> movement.segmentId),
                texts(movements, movement -> movement.partnerId),
                texts(movements, movement -> movement.activityCode));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> Objects.toString(column.apply(row), null))
                .toArray(String[]::new);
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
