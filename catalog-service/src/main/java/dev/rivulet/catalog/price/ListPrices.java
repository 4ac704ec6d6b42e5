package dev.rivulet.catalog.price;

import dev.rivulet.catalog.plan.PublishedPlan;
import dev.rivulet.catalog.plan.RetiredPlan;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.price.terms.PriceTerms;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Keeps the list prices of published plans among the prices. The first version's holds for every day; a later one's
 * from the day, in UTC, on which it is published; the last one's until the day on which the plan is retired.
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
        var from = before == null ? null : end(before, stamp);
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
                null,
                null,
                stamp,
                null));
    }

    void end(@Observes RetiredPlan plan) {
        var stamp = ledger.record();
        var last = rows.openListPrice(plan.planId());
        if (last != null) {
            end(last, stamp);
        }
    }

    /** Lets a price hold until today, or never when it has only begun; the day from which on it does not. */
    private LocalDate end(Price price, Instant stamp) {
        var today = clock.today(ZoneOffset.UTC);
        var begun = price.validFrom();
        rows.close(price, stamp);
        if (begun != null && !begun.isBefore(today)) {
            return begun;
        }
        rows.add(price.until(today, stamp));
        return today;
    }
}
