package dev.rivulet.catalog.price;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * The current prices of plans, those asked for last in memory: each kept under the stamp of the tenant's ledger it was
 * read with. That stamp is read anew for every answer, and no price changes without it, so that a copy is never out of
 * date on any replica.
 */
@Singleton
class PlanPrices {

    /** On one replica, of all tenants; about 105 MB. */
    private static final int MOST = 150_000;

    private record Key(String tenant, UUID plan) {}

    private final PriceRows rows;
    private final Tenants tenants;
    private final Cache<Key, PriceRows.OfPlan> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Key key, PriceRows.OfPlan plan) -> plan.prices().size())
            .executor(Runnable::run)
            .build();

    PlanPrices(PriceRows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    /** For those who have changed no price in the current transaction. */
    PriceRows.OfPlan of(UUID plan) {
        var key = new Key(tenants.current(), plan);
        var copy = kept.getIfPresent(key);
        if (copy != null) {
            var stamps = rows.stamps();
            if (stamps.recordedAt() != null && stamps.recordedAt().equals(copy.recordedAt())) {
                return new PriceRows.OfPlan(stamps.recordedAt(), stamps.booksAt(), copy.prices());
            }
        }
        var read = rows.ofPlan(plan, null);
        if (!read.prices().isEmpty()) {
            kept.put(key, read);
        }
        return read;
    }
}
