package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.NoPrice;
import dev.rivulet.kit.price.Resolution;
import dev.rivulet.kit.price.Unpriced;
import dev.rivulet.kit.price.Verdict;
import dev.rivulet.subscription.offer.PlanVersions.Head;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what plans cost, from the copies kept here, by the rules of the catalog's quotes. */
@ApplicationScoped
@Transactional
public class OfferPricing {

    private final PlanVersions versions;
    private final PriceRows prices;
    private final PriceBookRows books;

    OfferPricing(PlanVersions versions, PriceRows prices, PriceBookRows books) {
        this.versions = versions;
        this.prices = prices;
        this.books = books;
    }

    /**
     * What a plan costs; empty while the plan is unknown here or not published. A price that is for certain amounts of
     * usage only is chosen as for none.
     *
     * @param day where the buyer is
     */
    public Optional<PricedPlan> price(UUID planId, Buyer buyer, BigDecimal quantity, LocalDate day) {
        var listed = ListPrice.of(versions.of(planId));
        return versions.headOf(planId)
                .filter(Head::isPublished)
                .flatMap(plan -> listed.stream()
                        .filter(price -> price.holdsOn(day))
                        .findFirst()
                        .map(present -> price(plan, present.version(), listed, buyer, quantity, day)));
    }

    /**
     * What one version of a plan costs, whatever others hold on the day and whether the plan is still sold: for those
     * who have it. Empty while the version was not heard of.
     */
    public Optional<PricedPlan> priceOf(UUID planId, int number, Buyer buyer, BigDecimal quantity, LocalDate day) {
        return versions.headOf(planId)
                .flatMap(plan -> versions.of(planId).stream()
                        .filter(version -> version.number() == number)
                        .map(version -> new ListPrice(version, null, null))
                        .findFirst()
                        .map(only -> price(plan, only.version(), List.of(only), buyer, quantity, day)));
    }

    private PricedPlan price(
            Head plan, PlanVersion version, List<ListPrice> listed, Buyer buyer, BigDecimal quantity, LocalDate day) {
        var candidates = new ArrayList<>(prices.of(plan.id()));
        listed.forEach(price -> candidates.add(price.price(plan.id())));
        var byId = new HashMap<UUID, RecordedPrice>();
        candidates.forEach(price -> byId.put(price.offer().id(), price));
        var verdicts = Resolution.resolve(
                buyer.question(quantity, day),
                true,
                candidates.stream().map(RecordedPrice::offer).toList(),
                books.all());
        var unpriced = unpriced(verdicts, version, buyer);
        return new PricedPlan(
                plan.id(),
                plan.productId(),
                plan.addOnOf(),
                version,
                unpriced == null ? components(verdicts, byId, version) : List.of(),
                unpriced,
                verdicts);
    }

    /** Amounts of the plan's own, such as a commitment, are never converted, nor left out. */
    private static @Nullable Unpriced unpriced(List<Verdict> verdicts, PlanVersion version, Buyer buyer) {
        var unpriced = Unpriced.of(verdicts);
        if (unpriced == null
                && version.isBoundToItsCurrency()
                && !version.price().currency().getCurrencyCode().equals(buyer.currency())) {
            return new Unpriced(NoPrice.NO_PRICE_IN_CURRENCY, null);
        }
        return unpriced;
    }

    private static List<PricedComponent> components(
            List<Verdict> verdicts, Map<UUID, RecordedPrice> prices, PlanVersion version) {
        var components = new ArrayList<PricedComponent>();
        for (var verdict : verdicts) {
            var winner = verdict.winner();
            var price = winner == null ? null : prices.get(winner.offer().id());
            if (winner != null && price != null) {
                components.add(PricedComponent.of(winner, price, version));
            }
        }
        return components;
    }
}
