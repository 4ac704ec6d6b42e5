package dev.rivulet.subscription.rating.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes the charges of a subscription agree with its terms after these changed: what is given back, and what was
 * not charged yet. Done, each component has cost to the cent what its terms say, as if they had always been so.
 *
 * @param missing spans to be charged now, those of usage after it was read, and commitments last
 */
public record Repair(List<Credit> credits, List<Span> missing) {

    public Repair {
        credits = List.copyOf(credits);
        missing = List.copyOf(missing);
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
            return new Repair(List.of(), fresh);
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
