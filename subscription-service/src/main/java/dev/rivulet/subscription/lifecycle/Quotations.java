package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names prices that can be signed later as they are named now. */
@ApplicationScoped
public class Quotations {

    private final Pricing pricing;

    Quotations(Pricing pricing) {
        this.pricing = pricing;
    }

    /**
     * A price named to somebody.
     *
     * @param price for a whole period with these seats, without what is metered
     * @param pinned what {@link Subscribing#subscribe(SubscriptionRequest, Quoted)} signs
     */
    public record Quotation(int planVersion, String planName, BillingPeriod period, Money price, String pinned) {}

    /**
     * What a plan costs a buyer from a day on; refused as a subscription to it would be.
     *
     * @param prices negotiated, by component
     */
    public Quotation quote(UUID planId, Buyer buyer, long seats, LocalDate on, @Nullable Map<String, Money> prices) {
        var plan = NegotiatedPrices.of(prices).on(pricing.plan(planId, buyer, seats, on));
        return new Quotation(
                plan.terms().plan().version(),
                plan.terms().plan().name(),
                plan.terms().period(),
                Showing.price(plan.term(on, seats)),
                pricing.pin(plan));
    }
}
