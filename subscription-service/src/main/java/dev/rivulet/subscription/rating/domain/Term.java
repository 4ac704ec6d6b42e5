package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a subscription from a local day on, until the next term.
 *
 * @param minimumCommitment the least that a full period costs with all its components
 */
public record Term(
        LocalDate from,
        Mode mode,
        PlanRef plan,
        List<Component> components,
        long quantity,
        Anchor anchor,
        Currency currency,
        @Nullable Money minimumCommitment) {

    public Term {
        components = List.copyOf(components);
        var keys = components.stream().map(Component::key).distinct().toList();
        if (keys.size() < components.size() || keys.contains(Component.COMMITMENT)) {
            throw new IllegalArgumentException("components are named apart from each other, not " + keys);
        }
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity " + quantity);
        }
        if (minimumCommitment != null && !minimumCommitment.currency().equals(currency)) {
            throw new IllegalArgumentException("commitment of " + minimumCommitment + " in a term in " + currency);
        }
    }

    public Term from(LocalDate day) {
        return new Term(day, mode, plan, components, quantity, anchor, currency, minimumCommitment);
    }

    Term withMode(Mode other) {
        return new Term(from, other, plan, components, quantity, anchor, currency, minimumCommitment);
    }

    Term withQuantity(long other) {
        return new Term(from, mode, plan, components, other, anchor, currency, minimumCommitment);
    }

    Term withAnchor(Anchor other) {
        return new Term(from, mode, plan, components, quantity, other, currency, minimumCommitment);
    }

    /** What makes charges while the term lasts. */
    Stream<Component> charging() {
        return switch (mode) {
            case TRIAL, SETTLED, PAUSED -> Stream.empty();
            case WAIVED -> components.stream().filter(Component::isDueAtEnd);
            case PREPAID -> components.stream().filter(c -> !c.isBought());
            case RUNNING ->
                minimumCommitment == null
                        ? components.stream()
                        : Stream.concat(
                                components.stream(),
                                Stream.of(Component.commitment(plan.name(), minimumCommitment.decimal())));
        };
    }

    /**
     * Whether nothing happens to a component where this term follows on another: buying more seats neither cuts a fee
     * that is the same for any number of them nor begins the tiers of usage anew.
     */
    boolean continues(Term before, Component component) {
        return (mode == before.mode || component.isDueAtEnd())
                && plan.equals(before.plan)
                && anchor.equals(before.anchor)
                && before.charging().anyMatch(component::equals)
                && charging().anyMatch(component::equals)
                && (quantity == before.quantity || !component.dependsOnQuantity());
    }
}
