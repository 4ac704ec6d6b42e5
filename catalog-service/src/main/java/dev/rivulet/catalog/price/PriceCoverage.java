package dev.rivulet.catalog.price;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.UUID;

/** Whether there is a price to be had. */
@Singleton
public class PriceCoverage {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    PriceCoverage(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Whether a buyer of the segment finds a price of one of the product's published plans today (UTC). */
    @Transactional
    public boolean priced(UUID productId, UUID segmentId) {
        var today = clock.today(ZoneOffset.UTC);
        return !sql.query(
                        "SELECT 1 FROM price p LEFT JOIN price_book b ON b.tenant_id = p.tenant_id AND b.id = p.book_id"
                                + " WHERE p.tenant_id = ? AND p.product_id = ? AND p.recorded_to IS NULL"
                                + " AND daterange(p.valid_from, p.valid_to) @> ?::date"
                                + " AND (p.book_id IS NULL OR b.recorded_to IS NULL"
                                + " AND (b.segment_id IS NULL OR b.segment_id = ?))"
                                + " AND EXISTS (SELECT FROM price l WHERE l.tenant_id = p.tenant_id"
                                + " AND l.plan_id = p.plan_id AND l.plan_version IS NOT NULL AND l.recorded_to IS NULL)"
                                + " LIMIT 1",
                        row -> row.getInt(1),
                        tenants.current(),
                        productId,
                        today,
                        segmentId)
                .isEmpty();
    }
}
