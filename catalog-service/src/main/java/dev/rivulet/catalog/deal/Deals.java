package dev.rivulet.catalog.deal;

import static java.util.stream.Collectors.toMap;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts deals; they belong to subscription-service, or to whoever enters their outcome by hand. */
@ApplicationScoped
@Transactional
public class Deals {

    private static final String COLUMNS = "(tenant_id, id, product_id, segment_id, proposition_id, status, changed_at)";

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    Deals(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A deal at hand. */
    public record Deal(
            UUID id,
            UUID productId,
            @Nullable UUID segmentId,
            @Nullable UUID propositionId,
            DealStatus status) {}

    /** How many deals of a proposition were won and lost. */
    public record Tally(long won, long lost) {

        public static final Tally NONE = new Tally(0, 0);

        public long decided() {
            return won + lost;
        }
    }

    /** Where a deal is. */
    public record Place(UUID productId, UUID segmentId) {}

    /**
     * Decides a deal by hand. An open deal, or one not known, takes the outcome; a decided one keeps its own.
     *
     * @return whether the deal now has exactly this outcome with this proposition
     */
    public boolean decide(Deal deal) {
        insert(
                deal,
                " ON CONFLICT (tenant_id, id) DO UPDATE SET status = excluded.status,"
                        + " proposition_id = excluded.proposition_id, product_id = excluded.product_id,"
                        + " segment_id = excluded.segment_id, changed_at = excluded.changed_at"
                        + " WHERE deal.status = 'OPEN'");
        return !sql.query(
                        "SELECT 1 FROM deal WHERE tenant_id = ? AND id = ? AND status = ? AND proposition_id = ?",
                        row -> row.getInt(1),
                        tenants.current(),
                        deal.id(),
                        deal.status().name(),
                        deal.propositionId())
                .isEmpty();
    }

    /**
     * Takes a deal as its owner tells it; the subscriptions it led to count with it and no more by themselves. What
     * was decided stays so when the news of its opening comes late.
     */
    void follow(Deal deal, List<UUID> subscriptions) {
        for (var subscription : subscriptions) {
            sql.update(
                    "INSERT INTO deal_subscription VALUES (?, ?, ?)"
                            + " ON CONFLICT (tenant_id, subscription_id) DO UPDATE SET deal_id = excluded.deal_id",
                    tenants.current(),
                    subscription,
                    deal.id());
            if (!subscription.equals(deal.id())) {
                sql.update("DELETE FROM deal WHERE tenant_id = ? AND id = ?", tenants.current(), subscription);
            }
        }
        insert(
                deal,
                " ON CONFLICT (tenant_id, id) DO UPDATE SET status = excluded.status,"
                        + " proposition_id = coalesce(excluded.proposition_id, deal.proposition_id),"
                        + " product_id = excluded.product_id,"
                        + " segment_id = coalesce(excluded.segment_id, deal.segment_id),"
                        + " changed_at = excluded.changed_at WHERE excluded.status <> 'OPEN' OR deal.status = 'OPEN'");
    }

    /** A subscription was sold: a won deal, unless it is known already or counts with the deal that led to it. */
    void sold(Deal deal) {
        // The key makes the two kinds of news wait for each other: whichever comes first, the deal's counts.
        var isNew = sql.update(
                        "INSERT INTO deal_subscription VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        tenants.current(),
                        deal.id(),
                        deal.id())
                == 1;
        if (isNew) {
            insert(deal, " ON CONFLICT DO NOTHING");
        }
    }

    private void insert(Deal deal, String onConflict) {
        sql.update(
                "INSERT INTO deal " + COLUMNS + " VALUES (?, ?, ?, ?, ?, ?, ?)" + onConflict,
                tenants.current(),
                deal.id(),
                deal.productId(),
                deal.segmentId(),
                deal.propositionId(),
                deal.status().name(),
                Timestamp.from(clock.now()));
    }

    /** Won and lost deals by proposition; one without any is left out. */
    public Map<UUID, Tally> tallies(Collection<UUID> propositions) {
        record Row(UUID proposition, Tally tally) {}
        return sql
                .query(
                        "SELECT proposition_id, count(*) FILTER (WHERE status = 'WON'),"
                                + " count(*) FILTER (WHERE status = 'LOST') FROM deal WHERE tenant_id = ?"
                                + " AND proposition_id = ANY (CAST(? AS uuid[])) AND status <> 'OPEN' GROUP BY 1",
                        row -> new Row(row.getObject(1, UUID.class), new Tally(row.getLong(2), row.getLong(3))),
                        tenants.current(),
                        propositions.stream().map(UUID::toString).toArray(String[]::new))
                .stream()
                .collect(toMap(Row::proposition, Row::tally));
    }

    /** Open deals by product and segment. */
    public Map<Place, Long> open() {
        record Row(Place place, long deals) {}
        return sql
                .query(
                        "SELECT product_id, segment_id, count(*) FROM deal WHERE tenant_id = ? AND status = 'OPEN'"
                                + " AND segment_id IS NOT NULL GROUP BY 1, 2",
                        row -> new Row(
                                new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getLong(3)),
                        tenants.current())
                .stream()
                .collect(toMap(Row::place, Row::deals));
    }
}
