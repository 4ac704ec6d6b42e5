package dev.rivulet.catalog.plan.domain;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toList;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a version does to the monthly revenue of those who subscribed before: every group of subscriptions
 * that runs on the same terms with its effect, and the sums by currency.
 */
public record Impact(List<Line> lines, List<Total> totals) {

    /**
     * What a version says of money.
     *
     * @param commitment the least that a period comes to
     */
    public record Listed(Money price, @Nullable Money commitment) {

        /** What a period comes to at this price. */
        Money atLeast(Money paid) {
            return commitment != null && commitment.currency().equals(paid.currency()) && commitment.compareTo(paid) > 0
                    ? commitment
                    : paid;
        }
    }

    /**
     * Subscriptions of a plan on the same terms.
     *
     * @param price what a period costs them with their seats, as pinned
     * @param listed what their version says; null where the catalog has no such version
     */
    public record Group(
            int planVersion,
            Money price,
            @Nullable Listed listed,
            BillingPeriod period,
            @Nullable LocalDate endDate,
            long subscriptions) {}

    /** The version to be published, and when those before it get it. */
    public record Offer(
            Listed listed,
            BillingPeriod period,
            RolloutPolicy policy,
            @Nullable LocalDate from) {

        Money after(long subscriptions) {
            return period.monthly(listed.atLeast(listed.price()), subscriptions);
        }
    }

    /** What becomes of a group. */
    public enum Effect {
        /** It comes to the new version. */
        CHANGES,
        /**
         * It comes to the new version at a price of its own: it does not pay its version's list price, so that a price
         * book, another component or a phase made its price and will again. Who buys is not known here, nor what it will be.
         */
        PRICED_AGAIN,
        /** The policy leaves it where it is. */
        KEEPS_VERSION,
        /** It ends before the new version would reach it. */
        ENDS_BEFORE,
        /** Its currency is frozen in its contract and is not the new version's. */
        OTHER_CURRENCY
    }

    /**
     * Subscriptions on the same terms and with the same effect; revenue is for a month.
     *
     * @param after null where it is not known
     */
    public record Line(
            int planVersion,
            Money price,
            BillingPeriod period,
            Effect effect,
            long subscriptions,
            Money before,
            @Nullable Money after) {}

    /**
     * All subscriptions of a currency; revenue is for a month.
     *
     * @param pricedAgain those whose new price is not known, whose revenue is in neither sum
     */
    public record Total(long subscriptions, long changing, long pricedAgain, Money before, Money after) {

        public Money delta() {
            return after.minus(before);
        }
    }

    private record Terms(
            int planVersion, Money price, @Nullable Listed listed, BillingPeriod period, Effect effect) {

        Money before(long subscriptions) {
            return period.monthly(listed == null ? price : listed.atLeast(price), subscriptions);
        }
    }

    public static Impact of(List<Group> groups, Offer offer) {
        var lines = groups.stream()
                .collect(groupingBy(
                        group -> new Terms(
                                group.planVersion(),
                                group.price(),
                                group.listed(),
                                group.period(),
                                effect(group, offer)),
                        LinkedHashMap::new,
                        summingLong(Group::subscriptions)))
                .entrySet()
                .stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), offer))
                .toList();
        var totals = lines.stream()
                .collect(groupingBy(line -> line.price().currency(), collectingAndThen(toList(), Impact::total)))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getCurrencyCode()))
                .map(entry -> entry.getValue())
                .toList();
        return new Impact(lines, totals);
    }

    private static Effect effect(Group group, Offer offer) {
        return switch (offer.policy()) {
            case NEW_ONLY -> Effect.KEEPS_VERSION;
            // A decided end is the end of the last period: there is no renewal before it.
            case AT_RENEWAL -> group.endDate() == null ? reached(group, offer) : Effect.ENDS_BEFORE;
            case FROM -> {
                var end = group.endDate();
                var from = offer.from();
                yield end != null && from != null && !end.isAfter(from) ? Effect.ENDS_BEFORE : reached(group, offer);
            }
        };
    }

    private static Effect reached(Group group, Offer offer) {
        if (!group.price().currency().equals(offer.listed().price().currency())) {
            return Effect.OTHER_CURRENCY;
        }
        return group.listed() != null && group.price().equals(group.listed().price())
                ? Effect.CHANGES
                : Effect.PRICED_AGAIN;
    }

    private static Line line(Terms terms, long subscriptions, Offer offer) {
        var before = terms.before(subscriptions);
        var after = switch (terms.effect()) {
            case CHANGES -> offer.after(subscriptions);
            case PRICED_AGAIN -> null;
            case KEEPS_VERSION, ENDS_BEFORE, OTHER_CURRENCY -> before;
        };
        return new Line(
                terms.planVersion(), terms.price(), terms.period(), terms.effect(), subscriptions, before, after);
    }

    private static Total total(List<Line> lines) {
        Currency currency = lines.getFirst().price().currency();
        var before = Money.zero(currency);
        var after = Money.zero(currency);
        var subscriptions = 0L;
        var changing = 0L;
        var pricedAgain = 0L;
        for (var line : lines) {
            subscriptions += line.subscriptions();
            changing += line.effect() == Effect.CHANGES ? line.subscriptions() : 0;
            if (line.after() == null) {
                pricedAgain += line.subscriptions();
            } else {
                before = before.plus(line.before());
                after = after.plus(line.after());
            }
        }
        return new Total(subscriptions, changing, pricedAgain, before, after);
    }
}
