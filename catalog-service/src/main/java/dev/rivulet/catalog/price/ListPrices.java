package dev.rivulet.catalog.price;

import dev.rivulet.catalog.plan.PublishedPlan;
import dev.rivulet.kit.clock.TenantClock;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Keeps the list prices of published plans among the prices. The first version's holds for every day; a later one's
 * from the day, in UTC, on which it is published.
 */
@Singleton
class ListPrices {

    private final PriceRows rows;
    private final PriceLedger ledger;
    private final TermsJson json;
    private final TenantClock clock;

    ListPrices(PriceRows rows, PriceLedger ledger, TermsJson json, TenantClock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    void keep(@Observes PublishedPlan plan) {
        var stamp = ledger.record();
        var before = rows.openListPrice(plan.planId());
        LocalDate from = null;
        if (before != null) {
            from = clock.today(ZoneOffset.UTC);
            rows.close(before, stamp);
            if (before.validFrom() == null || before.validFrom().isBefore(from)) {
                rows.add(before.next(from, before.terms(), null, stamp));
            } else {
                from = before.validFrom();
            }
        }
        rows.add(new Price(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                0,
                plan.planId(),
                plan.productId(),
                plan.planVersion(),
                PriceRequest.BASE,
                null,
                plan.listPrice().currency().getCurrencyCode(),
                from,
                null,
                null,
                null,
                null,
                json.write(PriceTerms.flat(plan.listPrice().decimal())),
                stamp,
                null));
    }
}
