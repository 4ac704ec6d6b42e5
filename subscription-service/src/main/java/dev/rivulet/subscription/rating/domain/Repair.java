package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes the charges of a subscription agree with its terms after these changed: what is given back, and what was
 * not charged yet. Done, each component has cost to the cent what its terms say, as if they had always been so.
 *
 * @param missing spans to be charged now, those of usage after it was read, and commitments last
 * @param forgone of what is charged again, what had been given up of it by hand before it was given back
 */
public record Repair(List<Credit> credits, List<Span> missing, List<Forgone> forgone) {

    /** A part of what days cost that nobody is to pay. */
    public record Forgone(String component, Period used, Money amount) {}

    public Repair {
        credits = List.copyOf(credits);
        missing = List.copyOf(missing);
        forgone = List.copyOf(forgone);
    }

    /** What is given up of the days of a component that are charged again, if anything is. */
    public Optional<Money> forgone(String component, Period used) {
        return forgone.stream()
                .filter(each ->
                        each.component().equals(component) && each.used().equals(used))
                .map(Forgone::amount)
                .findFirst();
    }

    /**
     * Compares charges with the terms wanted.
     *
     * @param existing charges, not void, of all periods that end after {@code since}; others are left alone
     * @param since a day up to which nothing changed; null to compare everything
     * @param billedThrough the last day whose spans were charged; null when none was
     * @param today the day whose spans are charged next, and on which credits are due; a later end when all ends
     */
    public static Repair corrections(
            Timeline wanted,
            List<Charged> existing,
            @Nullable LocalDate since,
            @Nullable LocalDate billedThrough,
            LocalDate today) {
        var fresh = Rating.spans(wanted, billedThrough, today);
        if (billedThrough == null) {
            return new Repair(List.of(), fresh, List.of());
        }
        var touched = existing.stream()
                .filter(c -> since == null || c.full().end().isAfter(since))
                // What was charged before its days are over stays, as long as they are to be charged at their end.
                .filter(c -> c.reason() != Reason.USAGE_SO_FAR
                        || !Rating.hasUsageFrom(wanted, c.component(), c.used().start()))
                .toList();
        var spans = since == null
                ? Rating.spans(wanted, null, billedThrough)
                : Rating.spansSince(wanted, since, billedThrough);
        return new Comparison(touched, today).with(spans, fresh);
    }
}
