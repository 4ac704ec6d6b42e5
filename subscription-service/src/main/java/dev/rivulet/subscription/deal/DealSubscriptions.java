package dev.rivulet.subscription.deal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deal a subscription came from, and through which partner. */
@ApplicationScoped
@Transactional
public class DealSubscriptions {

    /**
     * A subscription that a deal led to.
     *
     * @param partnerId through whom, null for the company's own sales
     */
    public record Sold(
            UUID subscriptionId,
            UUID dealId,
            UUID accountId,
            String customerName,
            UUID productId,
            @Nullable UUID partnerId,
            LocalDate startedOn) {}

    /** What a partner knows of a customer it brought. */
    record PartnerCustomer(
            UUID accountId, String customerName, UUID partnerId, Instant since, List<UUID> subscriptionIds) {}

    private static final UUID BEGINNING = new UUID(0, 0);

    private final Sql sql;
    private final Tenants tenants;

    DealSubscriptions(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Those of the subscriptions that deals led to, by their ids. */
    public Map<UUID, Sold> of(Collection<UUID> subscriptionIds) {
        return sql
                .query(
                        "SELECT subscription_id, deal_id, account_id, customer_name, product_id, partner_id, started_on"
                                + " FROM deal_subscription WHERE tenant_id = ? AND subscription_id = ANY (CAST(? AS uuid[]))",
                        row -> new Sold(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getObject(5, UUID.class),
                                row.getObject(6, UUID.class),
                                row.getObject(7, LocalDate.class)),
                        tenants.current(),
                        texts(subscriptionIds))
                .stream()
                .collect(toMap(Sold::subscriptionId, sold -> sold));
    }

    void add(Sold sold, int position, Instant wonAt) {
        sql.update(
                "INSERT INTO deal_subscription (tenant_id, subscription_id, deal_id, position, account_id,"
                        + " customer_name, product_id, partner_id, started_on, won_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                sold.subscriptionId(),
                sold.dealId(),
                position,
                sold.accountId(),
                sold.customerName(),
                sold.productId(),
                sold.partnerId(),
                sold.startedOn(),
                Timestamp.from(wonAt));
    }

    /** What deals led to, in the order of their lines; a deal without any is left out. */
    Map<UUID, List<UUID>> byDeal(Collection<UUID> dealIds) {
        record Row(UUID dealId, UUID subscriptionId) {}
        return sql
                .query(
                        "SELECT deal_id, subscription_id FROM deal_subscription"
                                + " WHERE tenant_id = ? AND deal_id = ANY (CAST(? AS uuid[])) ORDER BY deal_id, position",
                        row -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        tenants.current(),
                        texts(dealIds))
                .stream()
                .collect(groupingBy(Row::dealId, mapping(Row::subscriptionId, toList())));
    }

    /** Customers that partners brought, in the order of their ids and then of the partners'. */
    List<PartnerCustomer> customers(@Nullable UUID partnerId, @Nullable Cursor place, int limit) {
        var accountId =
                place == null ? BEGINNING : UUID.fromString(place.values().getFirst());
        return customers(
                " AND (account_id, partner_id) > (?, ?)",
                tenants.current(),
                partnerId,
                accountId,
                place == null ? BEGINNING : place.id(),
                limit);
    }

    /** What partners brought of one customer. */
    List<PartnerCustomer> customer(@Nullable UUID partnerId, UUID accountId) {
        return customers(" AND account_id = ?", tenants.current(), partnerId, accountId, Integer.MAX_VALUE);
    }

    private List<PartnerCustomer> customers(String condition, @Nullable Object... values) {
        return sql.query(
                "SELECT account_id, min(customer_name), partner_id, min(won_at),"
                        + " array_agg(subscription_id ORDER BY won_at, position) FROM deal_subscription"
                        + " WHERE tenant_id = ? AND partner_id IS NOT NULL"
                        + " AND partner_id = coalesce(CAST(? AS uuid), partner_id)" + condition
                        + " GROUP BY account_id, partner_id ORDER BY account_id, partner_id LIMIT ?",
                row -> new PartnerCustomer(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getTimestamp(4).toInstant(),
                        List.of((UUID[]) row.getArray(5).getArray())),
                values);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
