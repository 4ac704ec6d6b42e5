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

    /** Subscriptions of a plan on the same terms. */
    public record Group(
            int planVersion,
            Money price,
            BillingPeriod period,
            @Nullable LocalDate endDate,
            long subscriptions) {}

    /** The version to be published, and when those before it get it. */
    public record Offer(
            Money price,
            BillingPeriod period,
            RolloutPolicy policy,
            @Nullable LocalDate from) {}

    /** What becomes of a group. */
    public enum Effect {
        /** It comes to the new version. */
        CHANGES,
        /** The policy leaves it where it is. */
        KEEPS_VERSION,
        /** It ends before the new version would reach it. */
        ENDS_BEFORE,
        /** Its currency is frozen in its contract and is not the new version's. */
        OTHER_CURRENCY
    }

    /** Subscriptions on the same terms and with the same effect; revenue is for a month. */
    public record Line(
            int planVersion,
            Money price,
            BillingPeriod period,
            Effect effect,
            long subscriptions,
            Money before,
            Money after) {}

    /** All subscriptions of a currency; revenue is for a month. */
    public record Total(long subscriptions, long changing, Money before, Money after) {

        public Money delta() {
            return after.minus(before);
        }
    }

    private record Terms(int planVersion, Money price, BillingPeriod period, Effect effect) {}

    public static Impact of(List<Group> groups, Offer offer) {
        var lines = groups.stream()
                .collect(groupingBy(
                        group -> new Terms(group.planVersion(), group.price(), group.period(), effect(group, offer)),
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
        return group.price().currency().equals(offer.price().currency()) ? Effect.CHANGES : Effect.OTHER_CURRENCY;
    }

    private static Line line(Terms terms, long subscriptions, Offer offer) {
        var before = terms.period().monthly(terms.price(), subscriptions);
        var after = terms.effect() == Effect.CHANGES ? offer.period().monthly(offer.price(), subscriptions) : before;
        return new Line(
                terms.planVersion(), terms.price(), terms.period(), terms.effect(), subscriptions, before, after);
    }

    private static Total total(List<Line> lines) {
        Currency currency = lines.getFirst().price().currency();
        var before = Money.zero(currency);
        var after = Money.zero(currency);
        var subscriptions = 0L;
        var changing = 0L;
        for (var line : lines) {
            before = before.plus(line.before());
            after = after.plus(line.after());
            subscriptions += line.subscriptions();
            changing += line.effect() == Effect.CHANGES ? line.subscriptions() : 0;
        }
        return new Total(subscriptions, changing, before, after);
    }
}
