package dev.rivulet.catalog.price;

import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current prices of plans, those asked for last in memory: each kept under the stamp of the tenant's ledger it was
 * read with. That stamp is read anew for every answer, and no price changes without it, so that a copy is never out of
 * date on any replica.
 */
@Singleton
class PlanPrices {

    /** On one replica, of all tenants; about 70 MB. */
    private static final int MOST = 100_000;

    private record Key(String tenant, UUID plan) {}

    private final PriceRows rows;
    private final Tenants tenants;
    private final Map<Key, PriceRows.OfPlan> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int prices;

    PlanPrices(PriceRows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    /** For those who have changed no price in the current transaction. */
    PriceRows.OfPlan of(UUID plan) {
        var key = new Key(tenants.current(), plan);
        var copy = find(key);
        if (copy != null) {
            var stamps = rows.stamps();
            if (stamps.recordedAt() != null && stamps.recordedAt().equals(copy.recordedAt())) {
                return new PriceRows.OfPlan(stamps.recordedAt(), stamps.booksAt(), copy.prices());
            }
        }
        var read = rows.ofPlan(plan, null);
        if (!read.prices().isEmpty()) {
            keep(key, read);
        }
        return read;
    }

    private synchronized PriceRows.@Nullable OfPlan find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, PriceRows.OfPlan read) {
        var before = kept.put(key, read);
        prices += read.prices().size() - (before == null ? 0 : before.prices().size());
        for (var oldest = kept.values().iterator(); prices > MOST && oldest.hasNext(); ) {
            prices -= oldest.next().prices().size();
            oldest.remove();
        }
    }
}
