package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.PriceModel;
import dev.rivulet.kit.price.Step;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a plan charges for.
 *
 * @param key names it within the plan, and across plans when they charge for the same thing
 * @param factor what a discount leaves of the price and of the minimum, 1 without one
 * @param metered what usage it charges; null when it charges the quantity bought
 * @param minimumCharge the least that it costs in a full period, in major units; what was bought costs that much at
 *     once, what is missing of usage is a charge of its own
 * @param negotiated whether the price was agreed on with whoever buys, so that no newer version of the plan changes it
 */
public record Component(
        String key,
        String description,
        PriceModel model,
        BigDecimal factor,
        Timing timing,
        @Nullable Metered metered,
        @Nullable BigDecimal minimumCharge,
        boolean negotiated) {

    /** The key of what a plan charges when its components cost less than was committed to. */
    public static final String COMMITMENT = "commitment";

    public Component {
        if (key.isBlank() || factor.signum() < 0) {
            throw new IllegalArgumentException("component '" + key + "' with factor " + factor);
        }
        if (minimumCharge != null && minimumCharge.signum() < 0) {
            throw new IllegalArgumentException("component '" + key + "' with a minimum of " + minimumCharge);
        }
    }

    /** At the price that whoever buys it is asked for. */
    public Component(
            String key,
            String description,
            PriceModel model,
            BigDecimal factor,
            Timing timing,
            @Nullable Metered metered,
            @Nullable BigDecimal minimumCharge) {
        this(key, description, model, factor, timing, metered, minimumCharge, false);
    }

    /** Bought by the quantity, at its full price. */
    public static Component of(String key, String description, PriceModel model, Timing timing) {
        return new Component(key, description, model, BigDecimal.ONE, timing, null, null);
    }

    static Component commitment(String description, BigDecimal amount) {
        return of(COMMITMENT, description, new FlatPrice(amount), Timing.IN_ARREARS);
    }

    /** At another price, which is below the minimum on purpose if it is. */
    public Component withModel(PriceModel other) {
        var least = metered == null ? null : minimumCharge;
        return new Component(key, description, other, factor, timing, metered, least, negotiated);
    }

    /** At a price that was agreed on, whatever books, discounts and minimums would have made of the plan's. */
    public Component negotiated(PriceModel agreed) {
        return new Component(key, description, agreed, BigDecimal.ONE, timing, metered, null, true);
    }

    /** What so much costs in a full period, before the factor; of what was bought not less than the minimum. */
    public List<Step> rate(BigDecimal quantity, long events) {
        var steps = model.rate(quantity, events);
        if (metered != null || minimumCharge == null) {
            return steps;
        }
        var price = Step.total(steps);
        return price.compareTo(minimumCharge) < 0 ? new FlatPrice(minimumCharge).rate(BigDecimal.ONE, 0) : steps;
    }

    /** What so much costs in a full period, in major units, unrounded. */
    public BigDecimal costs(BigDecimal quantity) {
        return Step.total(rate(quantity, 0)).multiply(factor);
    }

    public Component times(BigDecimal other) {
        return new Component(
                key, description, model, factor.multiply(other), timing, metered, minimumCharge, negotiated);
    }

    public Reason reason() {
        if (key.equals(COMMITMENT)) {
            return Reason.COMMITMENT_TRUE_UP;
        }
        return metered == null ? Reason.RECURRING : Reason.USAGE;
    }

    /** Whether it charges the quantity bought: not what was used, and not what was committed to. */
    boolean isBought() {
        return reason() == Reason.RECURRING;
    }

    /** Usage is known afterwards only, whatever the plan says. */
    boolean isDueAtEnd() {
        return timing == Timing.IN_ARREARS || metered != null;
    }

    /** Whether it costs something else when another quantity is bought. */
    boolean dependsOnQuantity() {
        return metered == null && !(model instanceof FlatPrice);
    }
}
