package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.UnitPrice;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.Pricing.Pinned;
import dev.rivulet.subscription.rating.domain.Component;
import dev.rivulet.subscription.rating.domain.PlanTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices that were agreed on with a customer, by component, each for what the component's own price is for. They are the
 * price whatever books and discounts would have made of the plan's, and stay so when the plan has newer versions.
 */
record NegotiatedPrices(Map<String, Money> byComponent) {

    static NegotiatedPrices of(@Nullable Map<String, Money> byComponent) {
        return new NegotiatedPrices(byComponent == null ? Map.of() : byComponent);
    }

    /** The plan at these prices; what they do not name costs what it did. */
    Pinned on(Pinned plan) {
        return byComponent.isEmpty()
                ? plan
                : new Pinned(plan.productId(), plan.addOnOf(), plan.terms().withComponents(components(plan.terms())));
    }

    private List<Component> components(PlanTerms terms) {
        var unknown = new HashSet<>(byComponent.keySet());
        var components = new ArrayList<Component>();
        for (var component : terms.components()) {
            unknown.remove(component.key());
            var price = byComponent.get(component.key());
            components.add(price == null ? component : negotiated(component, price, terms));
        }
        if (!unknown.isEmpty()) {
            throw Rejected.unprocessable(
                    "component-unknown", "/prices", List.copyOf(unknown).getFirst());
        }
        return components;
    }

    private static Component negotiated(Component component, Money price, PlanTerms terms) {
        var pointer = "/prices/" + component.key();
        if (!price.currency().equals(terms.currency())) {
            throw Rejected.unprocessable("currency-mismatch", pointer, price.currency(), terms.currency());
        }
        if (price.isNegative()) {
            throw Rejected.invalid("amount-negative", pointer + "/amount");
        }
        return switch (component.model()) {
            case FlatPrice flat -> component.negotiated(new FlatPrice(price.decimal()));
            case UnitPrice unit -> component.negotiated(new UnitPrice(price.decimal()));
            default -> throw Rejected.unprocessable("negotiated-price-model", pointer, component.key());
        };
    }
}
