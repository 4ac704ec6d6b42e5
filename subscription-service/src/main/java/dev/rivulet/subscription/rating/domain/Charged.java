package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge that was made.
 *
 * @param credited what was given back of it so far, of the sign of the amount
 * @param forgone what else is not asked for any more although its days stay: given back by hand, forgiven, written off or
 *     void; of the sign of the amount
 * @param creditedFrom the first day that was given back; null when no day was, whatever was credited otherwise
 * @param keptUntil where a credit of it is void, the day before which nothing is given back for what that was for; null as
 *     a rule
 * @param ends of usage, as its explanation says; when null, usage of a last day that was cut off differently than it is
 *     now stays as it was charged
 */
public record Charged(
        UUID id,
        String component,
        String description,
        Reason reason,
        @Nullable PlanRef plan,
        Period used,
        Period full,
        BigDecimal quantity,
        BigDecimal fullAmount,
        Money amount,
        Money credited,
        Money forgone,
        @Nullable LocalDate creditedFrom,
        @Nullable LocalDate keptUntil,
        @Nullable Edge ends) {

    public Charged {
        var left = amount.minus(credited);
        if (!(credited.isZero() || credited.isNegative() == amount.isNegative())
                || !(left.isZero() || left.isNegative() == amount.isNegative())) {
            throw new IllegalArgumentException(credited + " given back of " + amount);
        }
    }

    /** A charge just made. */
    public static Charged of(UUID id, Charge charge) {
        return new Charged(
                id,
                charge.component(),
                charge.description(),
                charge.reason(),
                charge.plan(),
                charge.used(),
                charge.full(),
                charge.quantity(),
                charge.fullAmount(),
                charge.amount(),
                Money.zero(charge.amount().currency()),
                Money.zero(charge.amount().currency()),
                null,
                null,
                charge.explanation().ends());
    }

    /** After one more credit. */
    public Charged less(Charge credit) {
        var from = credit.used().start();
        return new Charged(
                id,
                component,
                description,
                reason,
                plan,
                used,
                full,
                quantity,
                fullAmount,
                amount,
                credited.minus(credit.amount()),
                forgone,
                creditedFrom != null && creditedFrom.isBefore(from) ? creditedFrom : from,
                keptUntil,
                ends);
    }

    /** What its days still cost. */
    Money left() {
        return amount.minus(credited);
    }

    /** The most that can be given back of it still: never more than is asked for. */
    Money creditable() {
        var rest = left().minus(forgone);
        return rest.isNegative() == amount.isNegative() ? rest : Money.zero(amount.currency());
    }

    /**
     * What of the days given back was given up otherwise, so that it was not given back with them.
     *
     * @param kept what the days that were not given back cost
     */
    Money forgoneFrom(Money kept) {
        var rest = left().minus(kept);
        var none = Money.zero(amount.currency());
        return creditable().isZero() && !forgone.isZero() && rest.compareTo(none) > 0 ? rest : none;
    }

    /** The first day to be given back where it is not wanted from a day on. */
    LocalDate unusedFrom(LocalDate day) {
        return keptUntil != null && keptUntil.isAfter(day) ? keptUntil : day;
    }

    /** The first day that it is not charged for any more. */
    LocalDate liveEnd() {
        return creditedFrom == null ? used.end() : creditedFrom;
    }

    /** Whether the same usage counts: who stops may use the service that day, who changes plans does not. */
    boolean isCutAs(Span span) {
        return ends == null || ends.stops() == span.ends().stops();
    }

    boolean isLive() {
        return used.start().isBefore(liveEnd());
    }
}
