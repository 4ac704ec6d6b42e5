package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Charges that exist beside spans that are wanted. Each charge is claimed by a span, or given back. */
final class Comparison {

    private final List<Charged> existing;
    private final LocalDate creditedOn;
    private final Map<UUID, Credit> credits = new HashMap<>();
    private final List<UUID> claimed = new ArrayList<>();
    private final List<Span> missing = new ArrayList<>();
    private final List<Repair.Forgone> forgone = new ArrayList<>();

    Comparison(List<Charged> existing, LocalDate creditedOn) {
        this.existing = existing;
        this.creditedOn = creditedOn;
    }

    /**
     * Compares.
     *
     * @param wanted spans that were due before
     * @param fresh spans that are due now for the first time
     */
    Repair with(List<Span> wanted, List<Span> fresh) {
        for (var span : wanted) {
            switch (span.reason()) {
                case RECURRING -> claimDays(span);
                case USAGE -> claimUsage(span);
                default -> {}
            }
        }
        giveBack(c -> switch (c.reason()) {
            case RECURRING, USAGE, USAGE_SO_FAR, TRUE_UP -> true;
            case USAGE_ADJUSTMENT -> !isOfCommitment(c);
            case COMMITMENT_TRUE_UP, CREDIT, ONE_OFF -> false;
        });
        var changed = new ArrayList<>(missing);
        for (var span : wanted) {
            if (span.reason() == Reason.COMMITMENT_TRUE_UP) {
                claimCommitment(span, changed);
            }
        }
        giveBack(Comparison::isOfCommitment);
        missing.addAll(fresh);
        missing.sort(Comparator.comparing((Span s) -> s.reason() == Reason.COMMITMENT_TRUE_UP)
                .thenComparing(Rating.ORDER));
        return new Repair(
                existing.stream()
                        .flatMap(c -> Optional.ofNullable(credits.get(c.id())).stream())
                        .toList(),
                missing,
                forgone);
    }

    /**
     * Charges of the same price, each beginning where the one before ends, cover a span from its first day on. What they
     * cover beyond its end is given back; what they do not cover is missing. Those that were priced apart and cost a cent
     * more or less than their days do together do not cover it.
     */
    private void claimDays(Span span) {
        var full = Rating.charge(span).fullAmount();
        var covered = span.used().start();
        while (covered.isBefore(span.used().end())) {
            var from = covered;
            var next = find(
                    span,
                    Reason.RECURRING,
                    c -> c.fullAmount().compareTo(full) == 0 && c.used().start().equals(from) && goesOn(span, full, c));
            if (next.isEmpty()) {
                break;
            }
            var charged = next.get();
            claimed.add(charged.id());
            covered = charged.liveEnd();
            var unused = charged.unusedFrom(span.used().end());
            if (covered.isAfter(unused)) {
                giveBack(charged, unused, part(span, unused), price(span, full, from));
            }
        }
        if (covered.equals(span.used().start())) {
            missing.add(span);
        } else if (covered.isBefore(span.used().end())) {
            missing.add(span.rest(covered, price(span, full, covered)));
        }
        if (covered.isBefore(span.used().end())) {
            takeOver(span, full, covered);
        }
    }

    /** Whether the days of a charge cost what is missing to their end; of what was given up that cannot be told. */
    private static boolean goesOn(Span span, BigDecimal full, Charged charged) {
        return charged.liveEnd().isAfter(span.used().end())
                || !charged.forgone().isZero()
                || price(span, full, charged.liveEnd())
                        .equals(price(span, full, charged.used().start()).plus(charged.left()));
    }

    /** Days that were given back and are charged again cost no more than what giving them back gave. */
    private void takeOver(Span span, BigDecimal full, LocalDate from) {
        existing.stream()
                .filter(c -> isOf(span, Reason.RECURRING, c)
                        && from.equals(c.creditedFrom())
                        && c.fullAmount().compareTo(full) == 0
                        && !c.used().start().isBefore(span.used().start()))
                .reduce((earlier, later) -> later)
                .map(c -> c.forgoneFrom(
                        price(span, full, from).minus(price(span, full, c.used().start()))))
                .map(amount -> amount.min(price(span, full, span.used().end()).minus(price(span, full, from))))
                .filter(amount -> !amount.isZero())
                .ifPresent(amount -> forgone.add(new Repair.Forgone(
                        span.component().key(), new Period(from, span.used().end()), amount)));
    }

    /** Tiers and minimum of usage belong to just these days: usage charged for others is rated again as a whole. */
    private void claimUsage(Span span) {
        var usage = find(span, Reason.USAGE, c -> c.used().equals(span.used()) && c.isCutAs(span));
        if (usage.isEmpty()) {
            missing.add(span);
            return;
        }
        existing.stream()
                .filter(c -> c.component().equals(span.component().key())
                        && c.used().equals(span.used())
                        && c.full().equals(span.full()))
                .forEach(c -> claimed.add(c.id()));
    }

    /** Whatever changes within its days may change what is missing to a commitment. */
    private void claimCommitment(Span span, List<Span> changed) {
        var isChanged = changed.stream().anyMatch(s -> span.used().contains(s.used()))
                || credits.values().stream()
                        .anyMatch(c ->
                                c.charge().used().start().isBefore(span.used().end())
                                        && span.used()
                                                .start()
                                                .isBefore(c.charge().used().end()));
        var charged = find(span, Reason.COMMITMENT_TRUE_UP, c -> c.used().equals(span.used()));
        if (charged.isPresent() && !isChanged) {
            claimed.add(charged.get().id());
            existing.stream()
                    .filter(c -> isOfCommitment(c) && c.used().equals(span.used()))
                    .forEach(c -> claimed.add(c.id()));
        } else {
            missing.add(span);
        }
    }

    /** What was missing to a commitment, or a change of that by late usage. */
    private static boolean isOfCommitment(Charged charged) {
        return charged.component().equals(Component.COMMITMENT);
    }

    private Optional<Charged> find(Span span, Reason reason, Predicate<Charged> test) {
        return existing.stream()
                .filter(c -> isOf(span, reason, c) && c.isLive() && !claimed.contains(c.id()))
                .filter(test)
                .findFirst();
    }

    /** Whether a charge is of the same thing and period. */
    private static boolean isOf(Span span, Reason reason, Charged c) {
        return c.reason() == reason
                && c.component().equals(span.component().key())
                && c.full().equals(span.full())
                && span.term().plan().isSameVersion(c.plan());
    }

    private void giveBack(Predicate<Charged> which) {
        existing.stream()
                .filter(which)
                .filter(c -> c.isLive() && !claimed.contains(c.id()))
                .forEach(this::giveBack);
    }

    private void giveBack(Charged charged) {
        var start = charged.used().start();
        var unused = charged.unusedFrom(start);
        if (charged.liveEnd().isAfter(unused)) {
            var kept = unused.isAfter(start) ? new Period(start, unused) : null;
            giveBack(charged, unused, kept, Money.zero(charged.amount().currency()));
        }
    }

    /**
     * Gives back the days of a charge from one day on.
     *
     * @param kept the days of its price that remain; null when none do
     * @param before what charges for earlier days of the price amount to
     */
    private void giveBack(Charged charged, LocalDate from, @Nullable Period kept, Money before) {
        var why = explained(charged, kept, before.plus(charged.left()));
        var excess = why.replay().negate().minus(charged.creditable());
        if (!excess.isZero() && excess.isNegative() == charged.amount().isNegative()) {
            // What was given up otherwise cannot be given back once more.
            why = explained(charged, kept, why.already().minus(excess));
        }
        var amount = why.replay();
        if (charged.left().isNegative() == amount.isNegative() || amount.isZero()) {
            return;
        }
        var unused = new Period(from, charged.liveEnd());
        credits.put(
                charged.id(),
                new Credit(
                        charged.id(),
                        new Charge(
                                charged.component(),
                                Reason.CREDIT,
                                unused,
                                charged.full(),
                                unused.days(),
                                charged.full().days(),
                                charged.quantity(),
                                charged.fullAmount(),
                                amount,
                                creditedOn,
                                charged.plan(),
                                charged.description(),
                                why)));
    }

    private static Explanation explained(Charged charged, @Nullable Period kept, Money already) {
        return Explanation.of(
                Reason.CREDIT,
                charged.plan(),
                new Reading(charged.quantity(), 0),
                new FlatPrice(charged.fullAmount()).rate(BigDecimal.ONE, 0),
                BigDecimal.ONE,
                kept == null ? 0 : kept.days(),
                charged.full().days(),
                already,
                null,
                null);
    }

    private static Period part(Span span, LocalDate until) {
        return new Period(span.used().start(), until);
    }

    /** What the days of a span up to one of them cost. */
    private static Money price(Span span, BigDecimal full, LocalDate until) {
        var currency = span.term().currency();
        return until.equals(span.used().start())
                ? Money.zero(currency)
                : Money.round(
                        full.multiply(BigDecimal.valueOf(part(span, until).days())),
                        BigDecimal.valueOf(span.full().days()),
                        currency);
    }
}
