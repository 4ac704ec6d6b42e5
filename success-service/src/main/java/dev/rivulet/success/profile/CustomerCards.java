package dev.rivulet.success.profile;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.customer.CardsChanged;
import dev.rivulet.success.customer.CustomerSummary;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.domain.CustomerStatus;
import dev.rivulet.success.score.ScoreMoved;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the row by which a customer is listed, filtered and sorted, in the transaction of whatever changes it: each
 * customer once, at its end, in the order of the ids.
 */
@Singleton
class CustomerCards {

    private final BeforeCommit beforeCommit;
    private final Customers customers;
    private final Cares cares;
    private final Sql sql;
    private final Tenants tenants;

    CustomerCards(BeforeCommit beforeCommit, Customers customers, Cares cares, Sql sql, Tenants tenants) {
        this.beforeCommit = beforeCommit;
        this.customers = customers;
        this.cares = cares;
        this.sql = sql;
        this.tenants = tenants;
    }

    /** The scores of one transaction. */
    private record Moved(TreeMap<UUID, ScoreMoved> scores) {}

    void moved(@Observes ScoreMoved move) {
        beforeCommit
                .collect(Moved.class, () -> new Moved(new TreeMap<>()), moved -> score(moved.scores()))
                .scores()
                .put(move.accountId(), move);
    }

    /** Customers are locked before their cards, as they are when a score has moved. */
    void changed(@Observes CardsChanged change) {
        var accounts = change.accounts();
        var known = customers.of(accounts).stream()
                .sorted(Comparator.comparing(CustomerSummary::id))
                .toList();
        var statuses = customers.statuses(accounts);
        var revenue = customers.mrr(accounts);
        var care = cares.of(accounts);
        sql.update(
                "INSERT INTO customer_card (tenant_id, account_id, name, zone, status, manager, segment_id, mrr_minor,"
                        + " currency) SELECT ?, * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],"
                        + " ?::uuid[], ?::bigint[], ?::text[])"
                        + " ON CONFLICT (tenant_id, account_id) DO UPDATE SET name = excluded.name, zone = excluded.zone,"
                        + " status = excluded.status, manager = excluded.manager, segment_id = excluded.segment_id,"
                        + " mrr_minor = excluded.mrr_minor, currency = excluded.currency",
                tenants.current(),
                texts(known, CustomerSummary::id),
                texts(known, customer -> Objects.requireNonNullElse(customer.name(), "")),
                texts(known, CustomerSummary::zone),
                texts(known, customer -> statuses.getOrDefault(customer.id(), CustomerStatus.NEW)),
                texts(
                        known,
                        customer ->
                                Objects.requireNonNull(care.get(customer.id())).manager()),
                texts(
                        known,
                        customer ->
                                Objects.requireNonNull(care.get(customer.id())).segmentId()),
                texts(
                        known,
                        customer -> revenue.containsKey(customer.id())
                                ? Objects.requireNonNull(revenue.get(customer.id()))
                                        .minor()
                                : 0),
                texts(
                        known,
                        customer -> revenue.containsKey(customer.id())
                                ? Objects.requireNonNull(revenue.get(customer.id()))
                                        .currency()
                                : customer.currency()));
    }

    /** Inserts where the rest of a new card follows in the same transaction. */
    private void score(Map<UUID, ScoreMoved> scores) {
        var moves = List.copyOf(scores.values());
        sql.update(
                "INSERT INTO customer_card (tenant_id, account_id, score, coverage)"
                        + " SELECT ?, * FROM unnest(?::uuid[], ?::numeric[], ?::numeric[])"
                        + " ON CONFLICT (tenant_id, account_id) DO UPDATE SET score = excluded.score,"
                        + " coverage = excluded.coverage",
                tenants.current(),
                texts(moves, ScoreMoved::accountId),
                texts(moves, move -> move.current().score()),
                texts(moves, move -> move.current().coverage()));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
