package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a timeline to what is due when, and from what is due to its charge. */
public final class Rating {

    /** In this order charges are made, and tell their story best. */
    static final Comparator<Span> ORDER = Comparator.comparing(Span::dueOn)
            .thenComparing(s -> s.used().start())
            .thenComparing(Span::reason);

    private Rating() {}

    /**
     * What falls due after one day, up to and including another; from the beginning when there is no day to begin
     * after. Taken in many steps it is the same as in one, as long as the timeline is.
     */
    public static List<Span> spans(Timeline timeline, @Nullable LocalDate after, LocalDate through) {
        return Stretch.of(timeline).stream()
                .flatMap(s -> s.due(after, through))
                .sorted(ORDER)
                .toList();
    }

    /** What is due of the periods that end after a day: all that a change from that day on can touch. */
    public static List<Span> spansSince(Timeline timeline, LocalDate since, LocalDate through) {
        return Stretch.of(timeline).stream()
                .flatMap(s -> s.since(since, through))
                .sorted(ORDER)
                .toList();
    }

    /** The first later day on which a span falls due, a term begins or everything ends; null when there is none. */
    public static @Nullable LocalDate nextDue(Timeline timeline, @Nullable LocalDate after) {
        var terms = timeline.terms().stream().map(Term::from);
        var spans = Stretch.of(timeline).stream().flatMap(s -> s.nextDue(after).stream());
        return Stream.of(terms, spans, Stream.ofNullable(timeline.end()))
                .flatMap(days -> days)
                .filter(day -> after == null || day.isAfter(after))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The first later day on which something falls due that costs anything, or may, as usage; null when there is none. */
    static @Nullable LocalDate nextCharge(Timeline timeline, @Nullable LocalDate after) {
        // Who ended before the first day was over was charged when that was decided.
        return timeline.hasNoDay()
                ? null
                : Stretch.of(timeline).stream()
                        .filter(Stretch::mayCost)
                        .flatMap(s -> s.due(after, LocalDate.MAX).limit(1))
                        .map(Span::dueOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** What was bought, for the days of the span. */
    public static Charge charge(Span span) {
        var bought = of(span, Reason.RECURRING).term().quantity();
        var quantity =
                new Reading(span.component().dependsOnQuantity() ? BigDecimal.valueOf(bought) : BigDecimal.ONE, 0);
        var paid = span.paid();
        return charge(
                span,
                Reason.RECURRING,
                quantity,
                steps(span.component(), quantity),
                true,
                paid == null ? zero(span) : paid.amount());
    }

    /** What was used, and what is missing to the minimum for the days of the span, if anything is; nothing for no day. */
    public static List<Charge> charge(Span span, Reading reading) {
        return charge(span, reading, zero(span));
    }

    /**
     * The same where some of it was charged before the days were over.
     *
     * @param soFar what {@link #soFar} charges came to: all usage is priced as one, and this is taken off
     */
    public static List<Charge> charge(Span span, Reading reading, Money soFar) {
        var usage =
                charge(of(span, Reason.USAGE), Reason.USAGE, reading, steps(span.component(), reading), false, soFar);
        if (span.isOfUsageOnly()) {
            return reading.isNothing() && soFar.isZero() ? List.of() : List.of(usage);
        }
        return Stream.concat(
                        Stream.of(usage),
                        trueUp(
                                span,
                                Reason.TRUE_UP,
                                minimum(span),
                                usage.amount().plus(soFar))
                                .stream())
                .toList();
    }

    /**
     * What was used up to and with a day within the span and is not charged yet, if it costs anything.
     *
     * @param already earlier charges of this kind for the same span
     */
    public static Optional<Charge> soFar(Span span, LocalDate day, Reading reading, Money already) {
        var used = new Period(of(span, Reason.USAGE).used().start(), day.plusDays(1));
        var part = new Span(span.term(), span.component(), used, span.full(), day, span.begins(), Edge.PERIOD, null);
        return Optional.of(charge(part, Reason.USAGE_SO_FAR, reading, steps(span.component(), reading), false, already))
                .filter(c -> c.amount().compareTo(zero(span)) > 0);
    }

    /** The spans of usage that a day belongs to. */
    public static List<Span> usageOn(Timeline timeline, LocalDate day) {
        return Stretch.of(timeline).stream()
                .filter(s -> s.component().metered() != null)
                .flatMap(s -> s.in(s.term().anchor().periodAt(day)))
                .filter(s -> s.used().contains(day))
                .toList();
    }

    /** What charges usage and stops within a day. */
    public static List<Component> usageStoppingOn(Timeline timeline, LocalDate day) {
        return Stretch.of(timeline).stream()
                .filter(s -> s.component().metered() != null && s.stopsOn(day))
                .map(Stretch::component)
                .toList();
    }

    /** Whether usage of a component is charged in a span that begins on a day. */
    public static boolean hasUsageFrom(Timeline timeline, String component, LocalDate start) {
        return Stretch.of(timeline).stream()
                .anyMatch(s -> s.component().key().equals(component) && s.hasUsageFrom(start));
    }

    /** What a new reading of usage changes in what was charged for it, the minimum included. */
    public static Optional<Charge> adjustment(Span span, Reading reading, Money charged) {
        var charges = charge(span, reading);
        // Below the minimum it is the minimum that is due, whatever was used.
        var isMinimum = charges.size() > 1;
        var steps = isMinimum
                ? new FlatPrice(minimum(span)).rate(BigDecimal.ONE, 0)
                : charges.isEmpty()
                        ? new FlatPrice(BigDecimal.ZERO).rate(BigDecimal.ONE, 0)
                        : steps(span.component(), reading);
        return Optional.of(charge(span, Reason.USAGE_ADJUSTMENT, reading, steps, isMinimum, charged))
                .filter(c -> !c.amount().isZero());
    }

    /** The spans whose charges count towards the commitment of a span. */
    public static List<Span> committed(Timeline timeline, Span commitment) {
        var term = of(commitment, Reason.COMMITMENT_TRUE_UP).term();
        // Nobody commits to what is paid beyond the end, or for days on which another plan holds.
        return Stretch.of(new Timeline(timeline.terms(), timeline.end()).ownDaysOnly()).stream()
                .filter(s -> s.component().reason() != Reason.COMMITMENT_TRUE_UP)
                .filter(s ->
                        s.term().plan().equals(term.plan()) && s.term().anchor().equals(term.anchor()))
                .flatMap(s -> s.in(commitment.full()))
                .filter(s -> commitment.used().contains(s.used()))
                .sorted(ORDER)
                .toList();
    }

    /**
     * What is missing to the commitment, if anything is.
     *
     * @param charged all that the {@link #committed} spans cost
     */
    public static Optional<Charge> commitment(Span span, List<Charge> charged) {
        var sum = charged.stream().map(Charge::amount).reduce(zero(span), Money::plus);
        var least = span.component().model().rate(BigDecimal.ONE, 0).getFirst().amount();
        return trueUp(of(span, Reason.COMMITMENT_TRUE_UP), Reason.COMMITMENT_TRUE_UP, least, sum);
    }

    /**
     * What new readings of usage change in what was charged to reach the commitment.
     *
     * @param charged what the commitment was charged with so far, earlier changes included
     */
    public static Optional<Charge> commitmentAdjustment(Span span, List<Charge> counted, Money charged) {
        var once = new Reading(BigDecimal.ONE, 0);
        var least = span.component().model().rate(BigDecimal.ONE, 0);
        var missing = commitment(span, counted);
        var sum = counted.stream().map(Charge::amount).reduce(zero(span), Money::plus);
        var change = missing.isPresent()
                ? charge(span, Reason.USAGE_ADJUSTMENT, once, least, true, sum.plus(charged))
                : charge(
                        span,
                        Reason.USAGE_ADJUSTMENT,
                        once,
                        new FlatPrice(BigDecimal.ZERO).rate(BigDecimal.ONE, 0),
                        true,
                        charged);
        return Optional.of(change).filter(c -> !c.amount().isZero());
    }

    private static Optional<Charge> trueUp(Span span, Reason reason, BigDecimal least, Money charged) {
        var once = new Reading(BigDecimal.ONE, 0);
        var missing = charge(span, reason, once, new FlatPrice(least).rate(BigDecimal.ONE, 0), true, charged);
        return Optional.of(missing).filter(c -> c.amount().compareTo(zero(span)) > 0);
    }

    private static Charge charge(
            Span span, Reason reason, Reading reading, List<Step> steps, boolean isProrated, Money already) {
        var days = isProrated ? span.priced().days() : 1;
        var periodDays = isProrated ? span.full().days() : 1;
        return Charge.explained(
                span.component().key(),
                span.component().description(),
                reason,
                span.used(),
                span.full(),
                span.dueOn(),
                Explanation.of(
                        reason,
                        span.term().plan(),
                        reading,
                        steps,
                        span.component().factor(),
                        days,
                        periodDays,
                        already,
                        span.begins(),
                        span.ends()));
    }

    private static Span of(Span span, Reason reason) {
        if (span.reason() != reason) {
            throw new IllegalArgumentException("'" + span.component().key() + "' is charged as " + span.reason());
        }
        return span;
    }

    private static List<Step> steps(Component component, Reading reading) {
        return component.rate(reading.quantity(), reading.events());
    }

    private static BigDecimal minimum(Span span) {
        var minimum = span.component().minimumCharge();
        return minimum == null ? BigDecimal.ZERO : minimum;
    }

    private static Money zero(Span span) {
        return Money.zero(span.term().currency());
    }
}
